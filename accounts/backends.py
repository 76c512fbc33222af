"""What Django's own permission questions, asked by the admin, are answered with."""

from django.contrib.auth.backends import ModelBackend

from accounts.roles import is_secretary


class RoleBackend(ModelBackend):
    """A secretary has every permission; nobody else has any. Groups and grants are not used."""

    def has_perm(self, user_obj, perm, obj=None) -> bool:
        return is_secretary(user_obj)

    def has_module_perms(self, user_obj, app_label) -> bool:
        return is_secretary(user_obj)
