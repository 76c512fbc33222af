"""What a page could cost at best: its own questions as plain SQL, and its rows in a bare list.

These addresses are those of the archive and one more, which only the bench knows.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.urls import include, path

BARE = """<!doctype html><title>Rows</title>
<ol>{% for row in rows %}<li>{% for value in row %}<p>{{ value }}</p>{% endfor %}{% endfor %}</ol>
"""
SHOWN = {"text", "title", "name", "number", "start_date", "public_id", "kind"}

asked: list[str] = []  # in SQL, by the page that is measured


@login_not_required
def yardstick(request: HttpRequest) -> HttpResponse:
    """Prints the widest of the answers, which is the one with the rows of the list."""
    rows, widest = [], 0
    with connection.cursor() as cursor:
        for question in asked:
            cursor.execute(question)
            answer = cursor.fetchall()
            names = [column[0] for column in cursor.description]
            if len(names) > widest:
                # A column of another table is named with the way there: decision__text.
                last = [name.rpartition("__")[2] for name in names]
                places = [place for place, name in enumerate(last) if name in SHOWN]
                rows, widest = [[row[place] for place in places] for row in answer], len(names)
    return HttpResponse(Template(BARE).render(Context({"rows": rows})))


urlpatterns = [path("yardstick/", yardstick), path("", include("config.urls"))]
