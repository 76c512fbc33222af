"""The help about keys, and where the keyboard is after a form was refused."""

from playwright.sync_api import expect


def test_the_keys_are_shown_above_the_page_and_go_away(visitor):
    visitor.goto("/moten/")
    visitor.keyboard.press("?")
    expect(visitor.get_by_role("dialog", name="Tangentbord")).to_be_visible()
    expect(visitor.get_by_role("heading", name="På alla sidor")).to_be_focused()
    visitor.keyboard.press("Escape")
    expect(visitor.get_by_role("dialog")).to_have_count(0)


def test_keys_of_one_character_can_be_turned_off(visitor):
    visitor.goto("/tangentbord/")
    visitor.get_by_label("Använd tangenter som är ett enda tecken").uncheck()
    visitor.goto("/om/")
    visitor.keyboard.press("/")
    expect(visitor.get_by_label("Sök i hela arkivet")).not_to_be_focused()
    visitor.goto("/tangentbord/")
    visitor.get_by_label("Använd tangenter som är ett enda tecken").check()
    visitor.goto("/om/")
    visitor.keyboard.press("/")
    expect(visitor.get_by_label("Sök i hela arkivet")).to_be_focused()


def test_after_a_refused_login_the_keyboard_is_at_what_was_wrong(visitor):
    visitor.goto("/logga-in/")
    visitor.get_by_label("Användarnamn").fill("anna")
    visitor.get_by_label("Lösenord").fill("fel")
    visitor.get_by_role("button", name="Logga in").click()
    expect(visitor.get_by_role("alert")).to_be_focused()
