"""One picture and one flyer of our own making, so that the demo shows how pages hold them."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from home.writing import Both, block_id, in_language, publish, stream

SIZE = (1216, 608)
WALL, FLOOR, WOOD, TABLE = "#ecf4f0", "#d9cdb4", "#8a6a43", "#6b4f2f"
BOOKS = ["#0b5d4b", "#0f4c7a", "#a1211c", "#ffb81c", "#5a3a7e", "#f5f3ee"]
PEOPLE = [((420, 320), "#0f4c7a", "#8d5a3b"), ((800, 320), "#a1211c", "#e0ac86")]
"""Where each sits, the color of the clothes and of the face."""

ALT = Both(
    "Drawing: two people talk across a table, an open book between them and full shelves behind them.",
    "Dibujo: dos personas conversan a una mesa, con un libro abierto entre ambas y estantes llenos detrás.",
)
CAPTION = Both("A sample picture, drawn for this demo.", "Imagen de muestra, dibujada para esta demostración.")
FLYER = Both(
    "SAMPLE FLYER\n\nThis file shows how a page links to a document. Everything in it is invented.\n\n"
    "Three things to bring to a first meeting\n\n1. A question about your work.\n"
    "2. Two goals for the coming months.\n3. Your calendar.\n",
    "VOLANTE DE MUESTRA\n\nEste archivo muestra cómo una página enlaza un documento. Todo su contenido es inventado.\n\n"
    "Tres cosas que llevar al primer encuentro\n\n1. Una pregunta sobre su trabajo.\n"
    "2. Dos metas para los próximos meses.\n3. Su calendario.\n",
)
TITLE = Both("Sample flyer: your first meeting", "Volante de muestra: su primer encuentro")
NAME = Both("sample-flyer.txt", "volante-de-muestra.txt")


def add_material(page, spanish):
    """The picture and the flyer on a program's page and on its translation."""
    drawing = add_picture(page.program.collection)
    for one, language in ((page, "en"), (page.get_translation(spanish), "es")):
        flyer = add_flyer(page.program.collection, language)
        image = {"image": drawing.pk, "decorative": False, "alt_text": ALT}
        shown = [("picture", {"image": image, "caption": CAPTION})]
        one.picture = stream(f"{page.slug}/picture", in_language(shown, language))
        link = {"type": "document", "value": {"document": flyer.pk, "text": ""}, "id": block_id(page.slug, "flyer")}
        one.body = [link, *one.body.raw_data]
        publish(one, one.get_latest_revision().user)


def add_picture(collection):
    width, height = SIZE
    file = ContentFile(drawn(), "sample-reading-room.png")
    return get_image_model().objects.create(
        title="Sample picture: a reading room", file=file, width=width, height=height, collection=collection
    )


def add_flyer(collection, language):
    content = getattr(FLYER, language).encode()
    return get_document_model().objects.create(
        title=getattr(TITLE, language),
        file=ContentFile(content, getattr(NAME, language)),
        file_size=len(content),
        collection=collection,
    )


def drawn():
    """A reading room as PNG. Flat colors, which weigh little."""
    picture = Image.new("RGB", SIZE, WALL)
    draw = ImageDraw.Draw(picture)
    _shelves(draw)
    draw.rectangle((0, 500, SIZE[0], SIZE[1]), fill=FLOOR)
    for (x, y), clothes, face in PEOPLE:
        _person(draw, x, y, clothes, face)
    _table(draw)
    buffer = BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _shelves(draw):
    for row, bottom in enumerate((130, 270, 410)):
        x, n = 40, row * 3
        while x < SIZE[0] - 70:
            thick, tall = 16 + n * 7 % 15, 70 + n * 13 % 32
            draw.rectangle((x, bottom - tall, x + thick, bottom), fill=BOOKS[n * 5 % len(BOOKS)])
            x, n = x + thick + (26 if n % 9 == 8 else 3), n + 1
        draw.rectangle((24, bottom, SIZE[0] - 24, bottom + 12), fill=WOOD)


def _person(draw, x, y, clothes, face):
    draw.rounded_rectangle((x - 75, y - 20, x + 75, y + 210), 60, fill=clothes)
    draw.ellipse((x - 48, y - 130, x + 48, y - 24), fill=face)
    draw.chord((x - 54, y - 140, x + 54, y - 30), 180, 360, fill="#2b211a")


def _table(draw):
    draw.rectangle((280, 440, 940, 470), fill=TABLE)
    for x in (320, 880):
        draw.rectangle((x, 470, x + 24, 590), fill=TABLE)
    draw.polygon([(610, 436), (610, 418), (520, 404), (510, 424)], fill="#fff")
    draw.polygon([(610, 436), (610, 418), (700, 404), (710, 424)], fill="#f5f3ee")
