"""manage.py start_site: what follows `migrate` on a fresh site. Run again, it only adds what is missing."""

import os
from getpass import getpass

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse

from home.empty import administrators
from home.first_day import administrator
from home.first_day.address import place_site
from home.first_day.pages import add_drafts

EMAIL, USERNAME, PASSWORD = "START_SITE_EMAIL", "START_SITE_USERNAME", "START_SITE_PASSWORD"


class Command(BaseCommand):
    help = (
        "Begins a fresh site: its address, its first administrator, drafts of the pages that every site needs. "
        "Again: only what is missing. The site's name, address and time zone are the variables SITE_NAME, SITE_URL and "
        "TIME_ZONE, and nothing else."
    )

    def add_arguments(self, parser):
        parser.add_argument("--email", default=os.environ.get(EMAIL, ""), help=f"The administrator's ({EMAIL}).")
        parser.add_argument(
            "--username", default=os.environ.get(USERNAME, ""), help=f"Their name to sign in with ({USERNAME})."
        )
        parser.add_argument(
            "--type-password",
            action="store_true",
            help=f"Ask for a password instead of printing a link to set one. Without a keyboard: {PASSWORD}.",
        )
        codes = ",".join(code for code, _name in settings.LANGUAGES)
        parser.add_argument("--languages", default=codes, help=f"Of the drafts, such as {codes}.")
        parser.add_argument("--no-input", action="store_false", dest="interactive", help="Ask nothing.")

    def handle(self, *args, **options):
        languages = self.languages(options["languages"])
        person = None if administrators().exists() else self.person(options)
        with transaction.atomic():
            made = administrator.add_administrator(**person) if person else None
            moved, drafts = place_site(), add_drafts(languages)
        self.tell_of_site(moved, drafts)
        self.tell_of_administrator(made or self.waiting(options), bool(made))
        self.stdout.write(f"Then add your first program: {settings.SITE_URL}{reverse('program:begin')}")

    def languages(self, typed):
        known = [code for code, _name in settings.LANGUAGES]
        codes = list(dict.fromkeys(filter(None, (code.strip().lower() for code in typed.split(",")))))
        unknown = [code for code in codes if code not in known]
        if unknown or settings.LANGUAGE_CODE not in codes:
            raise CommandError(
                f"--languages is {typed!r}. The site knows {', '.join(known)}, and always has {settings.LANGUAGE_CODE}."
            )
        return codes

    def person(self, options):
        email = options["email"].strip() or self.ask("Email address of the first administrator: ", options)
        if not email:
            raise CommandError(f"Who is the first administrator? Give --email or set {EMAIL}.")
        username = options["username"].strip() or email
        fault = administrator.fault_of_person(username, email)
        if fault:
            raise CommandError(fault)
        return {"username": username, "email": email, "password": self.password(username, email, options)}

    def password(self, username, email, options):
        """None: a link is printed instead. Never an option, which every user of the machine could read."""
        password = os.environ.get(PASSWORD) or None
        if options["type_password"] and not password:
            if not options["interactive"]:
                raise CommandError(f"--type-password asks at a keyboard; with --no-input set {PASSWORD}.")
            password = getpass("Password: ")
            if getpass("Again: ") != password:
                raise CommandError("The two passwords are not the same. Nothing was changed.")
        fault = administrator.fault_of_password(password, username, email) if password is not None else ""
        if fault:
            raise CommandError(f"{fault} Nothing was changed.")
        return password

    def ask(self, question, options):
        return input(question).strip() if options["interactive"] else ""

    def waiting(self, options):
        """The administrator named by --email whose password was never set: the link may be lost."""
        people = administrators().filter(email__iexact=options["email"].strip() or None)
        return next((user for user in people if not user.has_usable_password()), None)

    def tell_of_site(self, moved, drafts):
        self.stdout.write(f"Name: {settings.WAGTAIL_SITE_NAME} (SITE_NAME)")
        told = "written into the site's row" if moved else "as the site's row says"
        self.stdout.write(f"Address: {settings.SITE_URL} (SITE_URL), {told}")
        self.stdout.write(f"Time zone: {settings.TIME_ZONE} (TIME_ZONE)")
        named = ", ".join(drafts)
        self.stdout.write(f"Drafts to complete and publish: {named}" if drafts else "No draft was missing.")

    def tell_of_administrator(self, user, is_new):
        if user is None:
            self.stdout.write("There is an administrator already; none was added.")
        elif user.has_usable_password():
            self.stdout.write(f"Administrator: {user.get_username()}. Sign in: {settings.SITE_URL}/admin/")
        else:
            hours = settings.PASSWORD_RESET_TIMEOUT // 3600
            self.stdout.write(
                f"Administrator: {user.get_username()}. {'Set' if is_new else 'Still to set'} the password here, once, "
                f"within {hours} hours:\n{administrator.password_link(user)}"
            )
