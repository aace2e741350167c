#!/usr/bin/env python3
"""Makes the PUE of a facility's statement bundle again from its raw register readings, sharing no code with the product.

    recompute.py FOLDER

Prints one line per category: category, E_DC in Wh, E_IT in Wh, PUE. Covers what registers prove: progress, jitter, wraps, resets,
swaps, spikes and registers that were moved; an interval that no register spans (the product estimates it) is left out on both sides.
Reads the files as the product writes them: lines by meter and time, one reading per instant.
"""
import csv
import json
import math
import sys
from collections import defaultdict
from datetime import datetime, timedelta, timezone

QUARTER = timedelta(minutes=15)
SHANGHAI = timezone(timedelta(hours=8))
CATEGORIES = {1: "ups-output", 2: "pdu-output", 3: "it-input"}
ENTERING = {"utility-entrance", "generator", "renewable"}


def instant(text):
    return datetime.fromisoformat(text[:26].rstrip("Z") + "+00:00") if text else None


def half_away(value):
    return math.floor(value + 0.5) if value >= 0 else -math.floor(-value + 0.5)


def rows(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plate(text):
    primary, secondary = text.split("/") if text else (1, 1)
    return float(primary) / float(secondary)


def spans(readings, meter):
    """Stretches that the register spans: start, end, energy. A stretch that it does not is given as None energy."""
    factor = plate(meter["ct"]) * plate(meter["pt"])
    step, rated = float(meter["resolution_wh"]) * factor, float(meter["rated_kw"]) * 1000
    modulus = float(meter["modulus_wh"]) * factor if meter["modulus_wh"] else None

    def fits(energy, time):
        return 0 <= energy <= 1.2 * rated * (time / timedelta(hours=1)) + 2 * step

    last, doubt = None, None
    for at, shown, serial, marker in readings:
        position = shown * factor
        if last is None:
            last = (at, position, serial, marker)
            continue
        then, before, old_serial, old_marker = last
        delta = position - before
        if serial and old_serial and serial != old_serial:
            yield then, at, None
        elif marker and marker != old_marker and then < marker <= at and fits(position, at - marker):
            yield then, marker, None if marker > then else 0.0
            yield marker, at, position
        elif delta >= 0 and fits(delta, at - then):
            yield then, at, delta
        elif delta < 0 and -delta <= 2 * step:
            yield then, at, 0.0
            position = before
        elif delta < 0 and modulus and fits(delta + modulus, at - then):
            yield then, at, delta + modulus
        elif delta < 0 and fits(position, at - then):
            yield then, at, None
        else:
            # One odd position is a spike; three in a row that agree are a register that was moved.
            if not doubt or not (position >= doubt[3] and fits(position - doubt[3], at - doubt[2])):
                doubt = (at, position, at, position, 1)
                continue
            doubt = (doubt[0], doubt[1], at, position, doubt[4] + 1)
            if doubt[4] < 3:
                continue
            yield then, doubt[0], None
            yield doubt[0], at, position - doubt[1]
        last, doubt = (at, position, serial or old_serial, marker or old_marker), None


def intervals(readings, meter):
    """Energy by start of quarter-hour, in whole Wh, of those whose both ends a register knows."""
    found, total, base, start, opened = {}, 0.0, None, None, False
    for begin, end, energy in spans(readings, meter):
        if base is None:
            total = base = next(shown for _, shown, _, _ in readings) * plate(meter["ct"]) * plate(meter["pt"])
        if energy is None:
            opened = False
            continue
        boundary = begin - (begin - datetime.min.replace(tzinfo=timezone.utc)) % QUARTER
        if boundary == begin and not opened:
            start, opened = (begin, half_away(total)), True
        boundary += QUARTER
        while boundary <= end:
            part = energy if boundary == end else energy * ((boundary - begin) / (end - begin))
            if opened:
                found[start[0]] = half_away(total + part) - start[1]
            start, opened = (boundary, half_away(total + part)), True
            boundary += QUARTER
        total += energy
    return found


def main(folder):
    with open(f"{folder}/manifest.json", encoding="utf-8") as file:
        manifest = json.load(file)
    begin, end = instant(manifest["from"]), instant(manifest["to"])
    readings = defaultdict(list)
    for row in rows(folder, "readings.csv"):
        readings[row["meter"]].append(
            (instant(row["at"]), float(row["position"]), row["serial"], instant(row["reset_at"])))
    meters = {meter["meter"]: meter for meter in rows(folder, "meters.csv")}
    energy = {name: intervals(readings[name], meter) for name, meter in meters.items()}

    def valid(meter, at):
        day = at.astimezone(SHANGHAI).date().isoformat()
        return meter["valid_from"] <= day and (not meter["valid_to"] or day < meter["valid_to"])

    def top(meter, role):
        above = meters.get(meter["parent"])
        return above is None or (above["role"] != role and top(above, role))

    def total(roles, at):
        parts = [energy[name].get(at) for name, meter in meters.items()
                 if meter["role"] in roles and valid(meter, at) and top(meter, meter["role"])]
        return None if not parts or None in parts else sum(parts)

    for category, role in CATEGORIES.items():
        upper, lower, at = 0, 0, begin
        while at < end:
            facility, it = total(ENTERING, at), total({role}, at)
            if facility is not None and it is not None:
                upper, lower = upper + facility, lower + it
            at += QUARTER
        if lower:
            print(f"{category},{upper},{lower},{upper / lower:.6f}")


if __name__ == "__main__":
    main(sys.argv[1])
