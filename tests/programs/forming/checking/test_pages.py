"""The findings of forms reach the panel, the message after publishing and the report."""

import pytest
from django.urls import reverse

from portal.checks.walking.pages import findings_of_pages
from programs.models import Host
from tests.factories import make_call, make_page_editor, make_program, make_role
from tests.programs.forming.conftest import question

pytestmark = pytest.mark.django_db


def test_panel_and_report_lead_to_the_question(client, form_of):
    form = form_of(question(sensitive=True))
    client.force_login(make_page_editor(form.get_parent()))
    panel = client.get(reverse("wagtailadmin_pages:edit", args=[form.pk])).content.decode()
    assert 'href="#block-33333333-0000-0000-0000-000000000000-section"' in panel
    assert "does not say who sees the answer" in panel
    report = client.get(reverse("portal_checks:report")).content.decode()
    assert "does not say who sees the answer" in report


def test_many_forms_ask_as_many_queries_as_one(form_of, django_assert_max_num_queries):
    def form():
        program = make_program()
        role = make_role(program, years_most=5)
        role.member_of = [
            Host.objects.create(name=f"Body of {program.code}", acronym=f"B{program.pk}", kind="division")
        ]
        role.save()
        form = form_of(question("What do you read?"), program=program)
        make_call(program, form=form)
        return form

    pages = [form()]
    with django_assert_max_num_queries(100) as one:
        findings_of_pages(pages)
    pages += [form() for _n in range(4)]
    with django_assert_max_num_queries(100) as many:
        assert all(len(found) == 2 for found in findings_of_pages(pages).values())
    assert len(one) == len(many)
