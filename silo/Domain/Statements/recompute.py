#!/usr/bin/env python3
"""Makes the PUE of a facility's statement bundle again from its raw register readings, sharing no code with the product.

    recompute.py FOLDER

Prints one line per category: category, E_DC in Wh, E_IT in Wh, how much of each is the statement's own estimate, PUE. Registers prove
progress, jitter, wraps, resets, swaps, spikes and registers that were moved; accepted corrections are laid over the readings first. An
interval that no register spans is taken from intervals.csv and counted as estimate: it is believed, and it is told. An interval that the
registers prove and the statement has otherwise is printed as a difference, and the script ends with 1.
Reads the files as the product writes them: lines by meter and time, one reading per instant.
"""
import csv
import json
import math
import sys
from collections import defaultdict
from datetime import datetime, timedelta, timezone

QUARTER = timedelta(minutes=15)
LONG_AGO = datetime.min.replace(tzinfo=timezone.utc)
SHANGHAI = timezone(timedelta(hours=8))
CATEGORIES = {1: "ups-output", 2: "pdu-output", 3: "it-input"}
ENTERING = {"utility-entrance", "generator", "renewable"}


def instant(text):
    return datetime.fromisoformat(text[:26].rstrip("Z") + "+00:00") if text else None


def half_away(value):
    return math.floor(value + 0.5) if value >= 0 else -math.floor(-value + 0.5)


def floor(at):
    return at - (at - datetime.min.replace(tzinfo=timezone.utc)) % QUARTER


def day_of(at):
    return at.astimezone(SHANGHAI).date().isoformat()


def valid(entry, day):
    return entry["valid_from"] <= day and (not entry["valid_to"] or day < entry["valid_to"])


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
            total = base = readings[0][1] * plate(meter["ct"]) * plate(meter["pt"])
        if energy is None:
            opened = False
            continue
        boundary = floor(begin)
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


def corrected(readings, claims, registered):
    """Readings of one meter with what was accepted about them; a change of meter needs a name on both sides."""
    for claim in claims:
        at, kind = instant(claim["at"]), claim["kind"]
        if kind == "exclude-reading":
            readings = [each for each in readings if each[0] != at]
        elif kind == "replace-position":
            readings = [(each[0], float(claim["position"]), *each[2:]) if each[0] == at else each for each in readings]
        elif kind == "declare-reset":
            readings = [
                (*each[:3], each[3] or LONG_AGO) if each[0] < at
                else each if each[3] and each[3] > at else (*each[:3], at) for each in readings]
        elif kind == "declare-swap":
            told = next((each[2] for each in reversed(readings) if each[0] < at and each[2]), "")
            unnamed = [not told and not each[2] and not registered(each[0]) for each in readings]
            readings = [
                (*each[:2], "unnamed" if nameless else each[2], each[3]) if each[0] < at
                else each if each[2] and each[2] != told else (*each[:2], claim["serial"], each[3])
                for each, nameless in zip(readings, unnamed)]
    return readings


def substituted(claims):
    """Energy by start of quarter-hour that was accepted for whole stretches."""
    found = {}
    for claim in claims:
        if claim["kind"] != "substitute-energy":
            continue
        begin, end, energy = instant(claim["at"]), instant(claim["to"]), int(claim["energy_wh"])
        at = floor(begin) if floor(begin) == begin else floor(begin) + QUARTER
        while at + QUARTER <= end:
            found[at] = half_away(energy * ((at + QUARTER - begin) / (end - begin))) - half_away(energy * ((at - begin) / (end - begin)))
            at += QUARTER
    return found


class Statement:
    """A bundle's tables, and the energy of its meters made again from them."""

    def __init__(self, folder):
        with open(f"{folder}/manifest.json", encoding="utf-8") as file:
            manifest = json.load(file)
        self.begin, self.end = instant(manifest["from"]), instant(manifest["to"])
        self.entries, self.filed, self.claims = defaultdict(list), defaultdict(dict), defaultdict(list)
        for row in rows(folder, "meters.csv"):
            self.entries[row["meter"]].append(row)
        for row in rows(folder, "intervals.csv"):
            if row["wh"]:
                self.filed[row["meter"]][instant(row["from"])] = int(row["wh"])
        for row in sorted(rows(folder, "corrections.csv"), key=lambda each: each["id"]):
            self.claims[row["meter"]].append(row)
        raw = defaultdict(list)
        for row in rows(folder, "readings.csv"):
            raw[row["meter"]].append((instant(row["at"]), float(row["position"]), row["serial"], instant(row["reset_at"])))
        self.proven = {name: self.prove(name, raw[name]) for name in self.entries}
        self.accepted = {name: substituted(self.claims[name]) for name in self.entries}

    def prove(self, name, readings):
        entries = self.entries[name]

        def serial_at(at):
            return next((entry["serial"] for entry in entries if len(entries) == 1 or valid(entry, day_of(at))), "")

        readings = corrected(readings, self.claims[name], serial_at)
        readings, found = [(at, shown, serial or serial_at(at), marker) for at, shown, serial, marker in readings], {}
        for entry in entries:
            found.update((at, energy) for at, energy in intervals(readings, entry).items() if valid(entry, day_of(at)))
        return found

    def energy(self, name, at):
        """Energy and how much of it is the statement's estimate; None when the statement has none either."""
        if at in self.accepted[name]:
            return self.accepted[name][at], self.accepted[name][at]
        if at in self.proven[name]:
            return self.proven[name][at], 0
        estimate = self.filed[name].get(at)
        return None if estimate is None else (estimate, estimate)

    def differences(self):
        for name, found in self.proven.items():
            for at, energy in sorted(found.items()):
                filed = self.filed[name].get(at)
                if self.begin <= at < self.end and at not in self.accepted[name] and filed != energy:
                    yield f"difference: {name} from {at.isoformat()}: registers prove {energy} Wh, the statement has {filed}"

    def tops(self, roles, day):
        """Meters of some roles without one of the same role above them."""
        today = {name: entry for name, entries in self.entries.items() for entry in entries if valid(entry, day)}

        def is_top(entry, role):
            above = today.get(entry["parent"])
            return above is None or (above["role"] != role and is_top(above, role))

        return [name for name, entry in today.items() if entry["role"] in roles and is_top(entry, entry["role"])]

    def totals(self, role):
        """E_DC and E_IT over the intervals that have both, each with its estimates."""
        sums, at, day, upper, lower = [0, 0, 0, 0], self.begin, None, [], []
        while at < self.end:
            if day_of(at) != day:
                day = day_of(at)
                upper, lower = self.tops(ENTERING, day), self.tops({role}, day)
            parts = [[self.energy(name, at) for name in names] for names in (upper, lower)]
            if all(part and None not in part for part in parts):
                for side, part in enumerate(parts):
                    sums[side] += sum(energy for energy, _ in part)
                    sums[side + 2] += sum(estimate for _, estimate in part)
            at += QUARTER
        return sums


def main(folder):
    statement = Statement(folder)
    for category, role in CATEGORIES.items():
        upper, lower, *estimates = statement.totals(role)
        if lower:
            print(f"{category},{upper},{lower},{estimates[0]},{estimates[1]},{upper / lower:.6f}")
    differences = list(statement.differences())
    for difference in differences:
        print(difference)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
