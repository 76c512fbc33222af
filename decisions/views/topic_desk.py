"""A topic as secretaries change it: its names and words, merged with another, or suggested anew.

One address; what is sent says in ``do`` what it is, and in ``token`` what was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import secretaries
from decisions.models import Topic, TopicMerge
from decisions.renewing.renewing import begin_once
from decisions.topic_changing import Outdated, change, seen
from decisions.topic_forms import MergeForm, TopicForm
from decisions.topic_locks import lock
from decisions.topic_merging import Plan, merge, plan, unmerge

CONFLICT, UNFINISHED = 409, 422


@dataclass(frozen=True)
class Difference:
    label: str
    yours: str
    stored: str


@secretaries
@require_http_methods(["GET", "HEAD", "POST"])
def edit_topic(request: HttpRequest, slug: str) -> HttpResponse:
    """``?med=`` tells first what merging with that topic will do."""
    topic = get_object_or_404(Topic.objects.select_related("merged_into"), slug=slug)
    if request.method == "POST":
        acts = {"merge": _merge, "unmerge": _unmerge, "suggest": _suggest}
        return acts.get(request.POST.get("do", ""), _save)(request, topic)
    if topic.merged_into:
        return redirect("edit_topic", topic.merged_into.slug)
    if "med" not in request.GET:
        return _page(request, topic)
    asked = MergeForm(topic, request.GET)
    if not asked.is_valid():
        return _page(request, topic, merging=asked, status=UNFINISHED)
    return _report(request, plan(topic, asked.cleaned_data["med"]))


def _save(request: HttpRequest, topic: Topic) -> HttpResponse:
    token = request.POST.get("token", "")
    form = TopicForm(request.POST, instance=topic)
    renewal = None
    try:
        if form.is_valid():
            renewal = change(topic.pk, token, form.values, request.user)
    except Outdated:
        stored = get_object_or_404(Topic, pk=topic.pk)  # as the other one has left it
        return _page(request, stored, form=form, against=stored, status=CONFLICT)
    except ValidationError as error:
        form.add_error(None, error)
    stored = get_object_or_404(Topic, pk=topic.pk)  # the form has written into the other
    if form.errors:
        return _page(request, stored, form=form, token=token, status=UNFINISHED)
    messages.success(request, _("Ämnet är sparat."))
    return redirect("renewal", stored.slug) if renewal else redirect(stored)


def _suggest(request: HttpRequest, topic: Topic) -> HttpResponse:
    with transaction.atomic():
        locked = lock()[topic.pk]
        if locked.merged_into_id is None:
            begin_once(locked, request.user)
    return redirect("renewal", topic.slug)


def _merge(request: HttpRequest, topic: Topic) -> HttpResponse:
    into = get_object_or_404(Topic, slug=request.POST.get("med", ""))
    try:
        merge(topic.pk, into.pk, request.POST.get("token", ""), request.user)
    except Outdated:
        form = MergeForm(topic, {"med": into.slug})
        if topic.merged_into_id or not form.is_valid():
            messages.warning(request, _("Ämnena kan inte slås ihop så längre. Välj om."))
            return redirect("edit_topic", topic.slug)
        return _report(request, plan(topic, into), status=CONFLICT)
    names = {"topic": topic.name, "into": into.name}
    messages.success(request, _("”%(topic)s” hör nu till ”%(into)s”.") % names)
    return redirect(into)


def _unmerge(request: HttpRequest, topic: Topic) -> HttpResponse:
    sent = request.POST.get("token", "")
    try:
        found = unmerge(int(sent) if sent.isdecimal() else 0, request.user)
    except Outdated:
        told = _("Ämnet som det hör till har självt slagits ihop. Ta isär det först.")
        messages.warning(request, told)
        return redirect(topic)
    if found:
        messages.success(request, _("”%(topic)s” är ett eget ämne igen.") % {"topic": found.name})
    return redirect(topic)


def _report(request: HttpRequest, planned: Plan, status: int = 200) -> HttpResponse:
    context = {"plan": planned, "topic": planned.topic, "is_outdated": status == CONFLICT}
    return render(request, "decisions/topic_merge.html", context, status=status)


def _page(request: HttpRequest, topic: Topic, status: int = 200, **changes: Any) -> HttpResponse:
    form = changes.get("form") or TopicForm(instance=topic)
    stored = changes.get("against")
    context = {
        "topic": topic,
        "token": changes.get("token") or seen(topic),
        "form": form,
        "merging": changes.get("merging") or MergeForm(topic),
        "differences": _differences(form, stored) if stored else [],
        "is_outdated": stored is not None,
        "merges": TopicMerge.objects.filter(topic__merged_into=topic)
        .select_related("topic", "by")
        .order_by("pk"),
    }
    return render(request, "decisions/topic_edit.html", context, status=status)


def _differences(form: TopicForm, stored: Topic) -> list[Difference]:
    """Where the text that was written and the one that stands there are not the same."""
    pairs = [
        (str(form[name].label), form.cleaned_data[name], getattr(stored, name))
        for name in form.fields
    ]
    return [Difference(label, _text(a), _text(b)) for label, a, b in pairs if a != b]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(value)
    return "" if value is None else str(value)
