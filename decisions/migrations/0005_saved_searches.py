import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


def key() -> tuple[str, models.Field]:
    own = models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )
    return "id", own


class Migration(migrations.Migration):
    """Searches that users keep, and the hits that they have been told of."""

    dependencies = [
        ("decisions", "0004_without_search_text"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                key(),
                ("name", models.CharField(max_length=100, verbose_name="namn")),
                (
                    "listing",
                    models.CharField(
                        choices=[("beslut", "Beslut"), ("sok", "Sök")], max_length=10
                    ),
                ),
                ("query", models.CharField(blank=True, max_length=2000)),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("never", "Aldrig"),
                            ("daily", "Högst en gång om dagen"),
                            ("weekly", "Högst en gång i veckan"),
                        ],
                        default="never",
                        max_length=10,
                        verbose_name="mejl om nytt",
                    ),
                ),
                ("last_sent_at", models.DateTimeField(blank=True, null=True)),
                ("feed_token", models.CharField(blank=True, max_length=64)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_searches",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=["user", "name"], name="savedsearch_name_unique"
                    ),
                    models.UniqueConstraint(
                        fields=["feed_token"],
                        condition=~Q(feed_token=""),
                        name="savedsearch_feed_token_unique",
                    ),
                    models.CheckConstraint(condition=~Q(name=""), name="savedsearch_has_name"),
                    models.CheckConstraint(
                        condition=Q(listing__in=["beslut", "sok"]),
                        name="savedsearch_listing_known",
                    ),
                    models.CheckConstraint(
                        condition=Q(frequency__in=["never", "daily", "weekly"]),
                        name="savedsearch_frequency_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ToldHit",
            fields=[
                key(),
                ("key", models.CharField(max_length=30)),
                (
                    "search",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="told",
                        to="decisions.savedsearch",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["search", "key"], name="toldhit_unique"),
                ],
            },
        ),
    ]
