"""Of every process the first of ours that is imported: from here on a zone's clocks are those of the pinned tzdata, whatever
the machine or PYTHONTZPATH has. See docs/decisions/0034-promised-clocks.md."""

import zoneinfo

zoneinfo.reset_tzpath(())
zoneinfo.ZoneInfo.clear_cache()
