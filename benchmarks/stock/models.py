from django.db import models
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page


class StockPage(Page):
    introduction = models.TextField(blank=True)
    body = StreamField([("heading", blocks.CharBlock()), ("paragraph", blocks.RichTextBlock())])
    template = "stock/page.html"

    class Meta:
        app_label = "stock"
