"""Logging in and out: Django's own views, open to anyone."""

from typing import Any

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse

from accounts.access import anyone
from accounts.expired import carried_by, offer_again


class LogIn(LoginView):
    """Where somebody was interrupted in writing, they are asked to go on with that."""

    redirect_authenticated_user = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        kept = carried_by(request)
        if kept is not None and request.user.is_authenticated:
            return offer_again(request, kept)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        kept = carried_by(self.request)
        return response if kept is None else offer_again(self.request, kept)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(kept=carried_by(self.request), **kwargs)


log_in = anyone(LogIn.as_view())
log_out = anyone(LogoutView.as_view())
