"""Logging in and out: Django's own views, open to anyone."""

from django.contrib.auth.views import LoginView, LogoutView

from accounts.access import anyone

log_in = anyone(LoginView.as_view(redirect_authenticated_user=True))
log_out = anyone(LogoutView.as_view())
