"""Time zones by the names that people have for them. One of each kind of clock is enough: whoever lives by it finds a city near."""

from django.utils.translation import gettext_lazy as _

from portal.texts.dates import zone_words

ZONES = [
    (
        _("United States and Canada"),
        {
            "America/New_York": _("Eastern (New York, Miami, Toronto)"),
            "America/Chicago": _("Central (Chicago, Houston, Winnipeg)"),
            "America/Denver": _("Mountain (Denver, Calgary)"),
            "America/Phoenix": _("Arizona (Phoenix)"),
            "America/Los_Angeles": _("Pacific (Los Angeles, Seattle, Vancouver)"),
            "America/Anchorage": _("Alaska (Anchorage)"),
            "Pacific/Honolulu": _("Hawai‘i (Honolulu)"),
            "America/Puerto_Rico": _("Puerto Rico and the Virgin Islands"),
            "Pacific/Guam": _("Guam and the Northern Marianas"),
            "Pacific/Pago_Pago": _("American Samoa"),
            "America/Halifax": _("Atlantic (Halifax)"),
            "America/St_Johns": _("Newfoundland (St. John’s)"),
            "America/Regina": _("Saskatchewan (Regina)"),
        },
    ),
    (
        _("Latin America and the Caribbean"),
        {
            "America/Mexico_City": _("Mexico City, Guatemala, San José"),
            "America/Havana": _("Havana"),
            "America/Bogota": _("Bogotá, Lima, Panama City, Kingston"),
            "America/Caracas": _("Caracas, La Paz, Santo Domingo"),
            "America/Santiago": _("Santiago de Chile"),
            "America/Argentina/Buenos_Aires": _("Buenos Aires, Montevideo"),
            "America/Sao_Paulo": _("São Paulo, Brasília"),
        },
    ),
    (
        _("Europe and Africa"),
        {
            "Atlantic/Azores": _("Azores"),
            "Europe/London": _("London, Dublin, Lisbon"),
            "Africa/Accra": _("Accra, Dakar, Reykjavík"),
            "Europe/Paris": _("Paris, Madrid, Berlin, Rome"),
            "Africa/Lagos": _("Lagos, Kinshasa, Algiers"),
            "Europe/Athens": _("Athens, Helsinki, Kyiv"),
            "Africa/Cairo": _("Cairo"),
            "Africa/Johannesburg": _("Johannesburg, Harare"),
            "Africa/Nairobi": _("Nairobi, Addis Ababa"),
            "Europe/Istanbul": _("Istanbul, Moscow"),
        },
    ),
    (
        _("Asia and the Pacific"),
        {
            "Asia/Jerusalem": _("Jerusalem"),
            "Asia/Beirut": _("Beirut"),
            "Asia/Riyadh": _("Riyadh, Baghdad"),
            "Asia/Tehran": _("Tehran"),
            "Asia/Dubai": _("Dubai, Tbilisi"),
            "Asia/Kabul": _("Kabul"),
            "Asia/Karachi": _("Karachi, Tashkent"),
            "Asia/Kolkata": _("India, Sri Lanka"),
            "Asia/Kathmandu": _("Kathmandu"),
            "Asia/Dhaka": _("Dhaka"),
            "Asia/Yangon": _("Yangon"),
            "Asia/Bangkok": _("Bangkok, Hanoi, Jakarta"),
            "Asia/Shanghai": _("China, Hong Kong, Manila, Singapore, Perth"),
            "Asia/Tokyo": _("Tokyo, Seoul"),
            "Australia/Darwin": _("Darwin"),
            "Australia/Adelaide": _("Adelaide"),
            "Australia/Brisbane": _("Brisbane"),
            "Australia/Sydney": _("Sydney, Melbourne"),
            "Pacific/Auckland": _("Auckland"),
            "Pacific/Tongatapu": _("Tonga, Samoa"),
        },
    ),
]

NAMES = {zone: name for _region, zones in ZONES for zone, name in zones.items()}


def choices():
    return [(region, list(zones.items())) for region, zones in ZONES]


def zone_name(zone):
    return str(NAMES.get(zone) or zone_words(zone))
