"""A stock Wagtail site of one page type, for comparing: what bakerydemo's detail page shows, without its picture, ingredients and
footer, each a query or two more; routed and served by Wagtail alone."""
