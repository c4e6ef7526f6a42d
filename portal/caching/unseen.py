"""What of the ground, of Wagtail, of Django and of signing in readers never see, however it changes: see raising.py.

Left out on purpose, and so raising the version: sites, locales, redirects, pages' privacy, collections, pictures, documents,
tags, settings.
"""

from wagtail.models import Page

from .raising import NEVER, Seen, but

PRIVATE = (
    "account.EmailAddress",
    "account.EmailConfirmation",
    "auth.Group",
    "auth.Group_permissions",
    "auth.Permission",
    "auth.User",
    "auth.User_groups",
    "auth.User_user_permissions",
    "contenttypes.ContentType",
    "sessions.Session",
    "mfa.Authenticator",
    "portal.Allowance",
    "portal.ExternalLink",
    "portal.ForgottenPassword",
    "wagtailadmin.EditingSession",
    "wagtailadmin.FormState",
    "wagtailcore.APIToken",
    "wagtailcore.Comment",
    "wagtailcore.CommentReply",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupApprovalTask_groups",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupSitePermission",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.Task",
    "wagtailcore.TaskState",
    "wagtailcore.UploadedFile",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowContentType",
    "wagtailcore.WorkflowPage",
    "wagtailcore.WorkflowState",
    "wagtailcore.WorkflowTask",
    "wagtailsearch.IndexEntry",
    "wagtailsearch.SQLiteFTSIndexEntry",
    "wagtailusers.UserProfile",
)
OF_DRAFTS = (
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
)
"""Of a page: saving a draft, which happens at every pause of whoever writes, stores these and nothing else."""


def seen_by_readers():
    made_when_asked_for = Seen(events=("UPDATE", "DELETE"))
    """A picture's sizes and what other sites say of theirs are stored by the first reader who needs them."""
    return {
        **dict.fromkeys(PRIVATE, NEVER),
        "wagtailcore.Page": but(Page, *OF_DRAFTS),
        "wagtailembeds.Embed": made_when_asked_for,
        "wagtailimages.Rendition": made_when_asked_for,
    }
