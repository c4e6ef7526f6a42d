"""The one settings file. Everything that differs between machines comes from the environment (README lists it).

PORTAL_ENV says what kind of machine this is: production (the default, which refuses to start half-configured),
demo, test or development.
"""

import os
import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from portal.site import starting

BASE_DIR = Path(__file__).resolve().parent.parent
PORTAL_ENV = os.environ.get("PORTAL_ENV", "production")
if PORTAL_ENV not in {"production", "demo", "test", "development"}:
    raise ImproperlyConfigured(f"PORTAL_ENV is {PORTAL_ENV!r}; use production, demo, test or development.")
PRODUCTION = PORTAL_ENV == "production"
DEBUG = PORTAL_ENV == "development"

VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var")).resolve()
"""Everything the portal writes to disk: the embedded database, media, the demo's letters."""


def from_environment(name, *, otherwise):
    """The variable's value; outside production `otherwise()` stands in, in production there is no stand-in."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if PRODUCTION:
        raise ImproperlyConfigured(f"{name} is not set. In production the portal does not start without it.")
    return otherwise()


def read(reading, name, otherwise):
    """A variable read as something else than text: a switch or a number."""
    try:
        return reading(name, os.environ.get(name, "").strip() or otherwise)
    except ValueError as error:
        raise ImproperlyConfigured(str(error)) from None


def kept_secret():
    """A random key, made once per VAR_DIR, so that a restarted demo keeps its sessions."""
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    path = VAR_DIR / "secret_key"
    try:
        with open(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()


SECRET_KEY = from_environment("SECRET_KEY", otherwise=kept_secret)
ALLOWED_HOSTS = [
    host.strip()
    for host in from_environment("ALLOWED_HOSTS", otherwise=lambda: "127.0.0.1,localhost,[::1],testserver").split(",")
]
SITE_URL = from_environment("SITE_URL", otherwise=lambda: f"http://127.0.0.1:{os.environ.get('PORT', '8000')}").rstrip(
    "/"
)
"""Address that letters and feeds put in front of a path."""
CSRF_TRUSTED_ORIGINS = [SITE_URL]
DEFAULT_FROM_EMAIL = SERVER_EMAIL = from_environment(
    "DEFAULT_FROM_EMAIL", otherwise=lambda: "Library Mentors <portal@example.org>"
)

if PRODUCTION and (
    found := starting.faults(key=SECRET_KEY, hosts=ALLOWED_HOSTS, site_url=SITE_URL, sender=DEFAULT_FROM_EMAIL)
):
    raise ImproperlyConfigured("The portal does not start like this:\n" + "\n".join(found))

DATABASE_URL = from_environment("DATABASE_URL", otherwise=lambda: f"sqlite:///{VAR_DIR / 'portal.sqlite3'}")
if PRODUCTION and not DATABASE_URL.startswith(("postgres://", "postgresql://")):
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database in production.")
DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=60, conn_health_checks=True)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers take their lock at BEGIN and wait for each other; under Django's defaults twenty posts at once fail.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
    Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PAGE_CACHE = read(starting.switch, "PAGE_CACHE", "1" if PORTAL_ENV in {"production", "demo"} else "0")
"""Whether public pages are kept ready; see portal/caching."""
CACHE_URL = read(starting.shared_cache, "CACHE_URL", "")
"""The Redis that all nodes share, such as redis://cache.internal:6379/0; empty for the memory of each process."""
SHARED_CACHE_SECONDS = read(starting.seconds, "SHARED_CACHE_SECONDS", "5")
"""For how long caches on the way may give a public page without asking: so old a publication may be to their readers."""
if CACHE_URL:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": CACHE_URL,
            "KEY_PREFIX": "portal",
            "OPTIONS": {"socket_timeout": 0.5, "socket_connect_timeout": 0.5},
        }
    }

INSTALLED_APPS = [
    "home",
    "programs",
    "resources",
    "portal",
    "wagtail_modeladmin",
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "csp",
    "allauth",
    "allauth.account",  # for allauth.mfa alone: none of its addresses is ours
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "portal.caching.remembering.RememberingMiddleware",
    "portal.caching.middleware.PageCacheMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.site.middleware.PoliciesMiddleware",
    "portal.site.health.HealthMiddleware",
    "portal.site.middleware.ReadableFormMiddleware",
    "portal.site.middleware.KindRefusalsMiddleware",
    "portal.site.middleware.DatabaseAwayMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.site.signing_in.gate.SecondFactorMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "portal.site.crafted.CraftedPostMiddleware",
    "portal.pages.mapped.routing.RoutingMiddleware",
    "portal.site.signing_in.wrong_passwords.SlowedSignInMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.pages.languages.plain_addresses",
            ],
        },
    },
]

AUTHENTICATION_BACKENDS = [
    "portal.site.signing_in.wrong_passwords.SlowedBackend",  # first: it counts wrong passwords
    "django.contrib.auth.backends.ModelBackend",
    "programs.access.CommitteeBackend",
]
SECOND_FACTOR = PRODUCTION or read(starting.switch, "SECOND_FACTOR", "0")
"""Whether the admin opens to a password alone, or asks for a second factor, too. In production it always asks."""
MFA_ADAPTER = "portal.site.signing_in.adapter.Adapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # a code of the half minute before or after is right, too: clocks differ
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = WAGTAIL_I18N_ENABLED = True
TIME_ZONE = read(starting.time_zone, "TIME_ZONE", "America/Chicago")
"""Of new programs, and of what the site says without naming a program."""
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT", VAR_DIR / "static"))
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
"""Pictures in the sizes that pages show, and nothing else: the one folder that a web server may hand out by itself."""
PRIVATE_FILES = {"BACKEND": "portal.files.storage.PrivateStorage", "OPTIONS": {"location": VAR_DIR / "files"}}
STORAGES = {
    "default": read(starting.storage, "FILES_STORAGE", "") or PRIVATE_FILES,
    "pictures": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PORTAL_ENV in {"production", "demo"}
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.texts.page_search"}}
WAGTAIL_SITE_NAME = os.environ.get("SITE_NAME", "Library Mentors")
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "portal.site.passwords.SlowedPasswordResetForm"  # noqa: S105 (no password)
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.files.forms.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES = []
WAGTAILDOCS_MAX_UPLOAD_SIZE = WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.files.forms.PictureForm"
WAGTAILIMAGES_AVIF_QUALITY = 60  # as good to the eye as WebP at 80, its default
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_RENDITION_STORAGE = "pictures"
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]},
    }
}

CHECK_LINKS = read(starting.switch, "CHECK_LINKS", "1" if PRODUCTION else "0")
"""Whether `tick` asks other sites if the links to them still work. The demo asks nobody unless told to."""

COORDINATORS_EDIT_PAGES = read(starting.switch, "COORDINATORS_EDIT_PAGES", "0")
"""Whether coordinators edit and publish their own program's page, its forms and what stands below it."""

MEMBERSHIP_CHECK = os.environ.get("MEMBERSHIP_CHECK", "").strip()
"""The dotted path of the association's own function that knows membership numbers; see programs/membership/asking.py."""

EMAIL_BACKEND = {
    "production": "django.core.mail.backends.smtp.EmailBackend",
    "demo": "django.core.mail.backends.filebased.EmailBackend",
    "development": "django.core.mail.backends.console.EmailBackend",
    "test": "django.core.mail.backends.locmem.EmailBackend",
}[PORTAL_ENV]
EMAIL_FILE_PATH = VAR_DIR / "letters"
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
EMAIL_PORT = read(starting.number, "EMAIL_PORT", "25")
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = read(starting.switch, "EMAIL_USE_TLS", "0")
EMAIL_TIMEOUT = 20

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_PRELOAD = read(starting.switch, "HSTS_PRELOAD", "0")
"""Preloading puts the whole domain, all its other sites too, into browsers' own lists: the association's to decide."""
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
BEHIND_PROXY = read(starting.switch, "BEHIND_PROXY", "0")
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
TRUSTED_PROXIES = read(starting.small_number, "TRUSTED_PROXIES", "1" if BEHIND_PROXY else "0")
"""How many servers in front note in X-Forwarded-For whom they speak for: who asks how often is told by their word."""
LINK_DAYS = read(starting.number, "LINK_DAYS", "60")
"""For how many days after its round, or after it was sent, a secret link to an application opens."""
X_FRAME_OPTIONS = "SAMEORIGIN"  # page previews in the admin are frames
SILENCED_SYSTEM_CHECKS = [
    "security.W019",  # asks for X_FRAME_OPTIONS DENY
    "security.W021",  # asks for preloading, which HSTS_PRELOAD decides
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
"""Bytes that a form's own fields may hold, uploads aside (2.5 MB)."""
UPLOAD_MOST_READ, UPLOADS_MOST_BYTES = WAGTAILDOCS_MAX_UPLOAD_SIZE, 64_000_000
"""Bytes of one file that are read before the rest is let go, and of a whole request; see portal/files/taking/bounds.py."""
FILE_UPLOAD_HANDLERS = [
    "portal.files.taking.bounds.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
CLAMD = read(starting.scanner, "CLAMD", "")
"""Where clamd listens: a socket's path or host:port. Empty: nothing is scanned for viruses."""
CSRF_FAILURE_VIEW = "portal.site.refusals.unproven"

PUBLIC_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "frame-ancestors": [SELF],
}
ADMIN_POLICY = PUBLIC_POLICY | {
    # Wagtail's date widgets and inline panels are inline scripts.
    "script-src": [SELF, UNSAFE_INLINE, "'unsafe-eval'"],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "worker-src": [SELF, "blob:"],
}
UNSIGNED_ADMIN = ("/admin/login/", "/admin/password_reset/", "/admin/second-factor/")
"""Where somebody types a password and nobody is signed in: the public policy holds there."""
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "camera",
        "display-capture",
        "geolocation",
        "microphone",
        "midi",
        "payment",
        "usb",
        "xr-spatial-tracking",
    )
)
CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC_POLICY}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secrets": {"()": "portal.site.logs.HideSecretLinks"}},
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secrets"], "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "django.security.DisallowedHost": {"handlers": [], "level": "CRITICAL", "propagate": False},
        "portal": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "programs": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
if PORTAL_ENV == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
