"""The partials that render forms: every hint and error is tied to its control, and every error leads to its question."""

import re

import pytest
from django import forms
from django.template.loader import render_to_string


class Asked(forms.Form):
    email = forms.EmailField(label="Email address", help_text="We write to it.")
    meet = forms.ChoiceField(
        label="How to meet?", widget=forms.RadioSelect, choices=[("v", "By video"), ("p", "By phone")]
    )
    topics = forms.MultipleChoiceField(
        label="Topics", widget=forms.CheckboxSelectMultiple, choices=[("s", "Storytime")], required=False
    )
    agree = forms.BooleanField(label="I agree")


def rendered(form):
    fields = [render_to_string("portal/forms/field.html", {"field": field}) for field in form]
    return render_to_string("portal/forms/error_summary.html", {"form": form}) + "".join(fields)


def ids(html):
    return re.findall(r'\bid="([^"]+)"', html)


@pytest.fixture
def wrong():
    return Asked({"email": "<b>not an address"})


def test_no_id_stands_twice(wrong):
    found = ids(rendered(wrong))
    assert len(found) == len(set(found))


def test_each_error_leads_to_a_control_and_is_said_twice_in_the_same_words(wrong):
    html = rendered(wrong)
    controls = {tag_id for tag in re.findall(r"<input[^>]+>", html) for tag_id in ids(tag)}
    links = re.findall(r'<a href="#([^"]+)">([^<]+)</a>', html)
    assert len(links) == len(wrong.errors) == 3
    for target, words in links:
        assert target in controls
        assert html.count(words) >= 2


def test_every_description_a_control_names_exists(wrong):
    html = rendered(wrong)
    named = " ".join(re.findall(r'aria-describedby="([^"]+)"', html)).split()
    assert named
    assert set(named) <= set(ids(html))


def test_the_summary_takes_the_focus_and_is_absent_from_a_fresh_form(wrong):
    assert "autofocus" in rendered(wrong)
    assert "error-summary" not in rendered(Asked())


def test_only_optional_questions_are_marked():
    html = rendered(Asked())
    assert html.count("(optional)") == 1
    assert "Topics <span" in html


def test_what_was_typed_comes_back_escaped(wrong):
    html = rendered(wrong)
    assert 'value="&lt;b&gt;not an address"' in html
    assert "<b>" not in html


def test_a_word_limit_gives_the_script_something_to_count():
    class Long(forms.Form):
        story = forms.CharField(widget=forms.Textarea)

    Long.base_fields["story"].most_words = 300
    html = rendered(Long())
    assert 'data-words-for="id_story"' in html
    assert 'data-words-max="300"' in html
