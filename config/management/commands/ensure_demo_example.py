"""What the demonstration archive shows beside the sample minutes.

The rule, and which five municipalities have adopted the programme, stands in the sample minutes
of 2022-03-18 and 2021-09-02; the days are made up, as those minutes are (intake/samples).
"""

from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from config.example.laying_out import lay_out
from decisions.answers.answering import Said, answer
from decisions.answers.models import Answer
from decisions.models import Decision
from people.models import Body, BodyRule, Organization

BODY = "ledningsgruppen"
FROM = date(2022, 3, 18)
RULE = "Den som inte deltar och inte heller har hört av sig före mötet står bakom besluten."
QUESTION = "Respektive kommun tar upp programmet för antagande i kommunfullmäktige"
ADOPTED = "Programmet är antaget i kommunfullmäktige."
ANSWERS = {
    "botkyrka": Said(ADOPTED, date(2021, 6, 18), date(2021, 6, 17)),
    "haninge": Said(ADOPTED, date(2021, 6, 10), date(2021, 6, 7)),
    "nynashamn": Said(ADOPTED, date(2021, 6, 21), date(2021, 6, 16)),
    "salem": Said(ADOPTED, None, date(2021, 6, 10)),
    "sodertalje": Said(ADOPTED, date(2021, 6, 30)),
}


class Command(BaseCommand):
    help = (
        "Registers a rule of Ledningsgruppen, unless it has one, and answers to one decision of"
        " the samples, unless somebody has answered it; then, once, two made-up meetings around"
        " today, with what became of them. Only where DEBUG is on."
    )

    def handle(self, *args, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("Examples are only registered where DEBUG is on.")
        for body in Body.objects.filter(slug=BODY, rules=None):
            BodyRule.objects.create(body=body, from_date=FROM, text=RULE, absent_is_bound=True)
        by = User.objects.secretaries().order_by("pk").first()
        asking = Decision.objects.filter(text__startswith=QUESTION).first()
        # Somebody may have taken them away, and that stays so.
        if by and asking and not Answer.history.filter(decision_id=asking.pk).exists():
            for one in Organization.objects.filter(slug__in=ANSWERS):
                answer(asking, one, ANSWERS[one.slug], version=0, by=by)
        if by:
            lay_out(timezone.localdate(), by)
