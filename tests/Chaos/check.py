"""
Compares what the product kept with what the load says it sent. It shares no code with the product: it reads the load's own log, what
InfluxDB and PostgreSQL export as CSV, and works out by itself what every minute and every alarm has to be.
"""

import collections
import csv
import io
import json

MINUTE = 60_000
HOT = 27.0


class Verdict:
    def __init__(self):
        self.counts = collections.OrderedDict()
        self.examples = []

    def count(self, what, number, example=None):
        self.counts[what] = self.counts.get(what, 0) + number
        if number and example and len(self.examples) < 20:
            self.examples.append(f"{what}: {example}")

    @property
    def losses(self):
        return sum(number for what, number in self.counts.items() if not what.startswith("of "))


def sent(file):
    """Of each rack its samples in order of time: (instant ms, value). A step of a kill is there twice; it is one sample."""
    racks = collections.defaultdict(dict)
    with open(file, encoding="ascii") as lines:
        for line in lines:
            parts = line.rstrip("\n").split(",")
            if len(parts) == 4 and parts[3] and line.endswith("\n"):
                racks[parts[1]][int(parts[2])] = float(parts[3])
    return {rack: sorted(samples.items()) for rack, samples in racks.items()}


def stored_minutes(text):
    rows = {}
    doubled = 0
    for row in csv.DictReader(io.StringIO(text)):
        tags = dict(pair.split("=", 1) for pair in row["tags"].split(","))
        key = (f"{tags['facility']}/{tags['room']}/{tags['rack']}", int(row["time"]))
        doubled += key in rows
        rows[key] = row
    return rows, doubled


def check_minutes(verdict, past, text):
    """Every whole minute of every rack: energy to the watt-hour; lowest, highest and last power, each of which is another sample."""
    rows, doubled = stored_minutes(text)
    verdict.count("minutes doubled", doubled)
    checked = 0
    stored_total = true_total = 0
    for rack, samples in past.items():
        minutes = collections.defaultdict(list)
        for at, watts in samples:
            minutes[at // MINUTE * MINUTE].append((at, watts))
        whole = [minute for minute, found in minutes.items() if len(found) == 3]
        # The first begins with the first sample, the last ends after the last.
        for minute in sorted(whole)[1:-1]:
            checked += 1
            values = [watts for _, watts in sorted(minutes[minute])]
            energy = round(sum(values) * 20 / 3600)
            row = rows.get((rack, minute))
            if row is None or row["energy_watt_hours"] == "":
                verdict.count("minutes lost", 1, f"{rack} {minute}")
                continue
            stored_total += int(row["energy_watt_hours"])
            true_total += energy
            if int(row["energy_watt_hours"]) != energy:
                verdict.count("minutes with other energy", 1, f"{rack} {minute}: {row['energy_watt_hours']} Wh, {energy} were sent")
            kept = tuple(float(row[f"power_{what}_watts"] or "nan") for what in ("min", "max", "last"))
            if kept != (min(values), max(values), values[-1]):
                verdict.count("minutes with a sample lost", 1, f"{rack} {minute}: {kept} of {values}")
    verdict.count("of minutes", checked)
    verdict.count("energy lost or doubled, Wh", abs(stored_total - true_total))


def check_alarms(verdict, live, entries):
    """An excursion that was sent raises one alarm and lets it return once; nothing else does."""
    expected, found = collections.Counter(), collections.Counter()
    for rack, samples in live.items():
        is_hot = False
        for at, celsius in samples:
            if (celsius > HOT) != is_hot:
                is_hot = not is_hot
                expected[(rack, at, is_hot)] += 1
    for body in entries:
        after = body["after"]
        if after["key"]["rule"] == "inlet-temperature":
            found[(after["key"]["location"], milliseconds(after["changedAt"]), after.get("isAbnormal", False))] += 1
    for key in expected.keys() | found.keys():
        if found[key] < expected[key]:
            verdict.count("alarms lost", 1, f"{key}")
        elif found[key] > expected[key]:
            verdict.count("alarms doubled", found[key] - expected[key], f"{key}")
    verdict.count("of alarm transitions", sum(expected.values()))


def milliseconds(text):
    import datetime
    date, _, fraction = text.removesuffix("+00:00").partition(".")
    seconds = datetime.datetime.fromisoformat(date).replace(tzinfo=datetime.timezone.utc).timestamp()
    return int(seconds) * 1000 + int((fraction + "000")[:3])


def count_receipts(verdict, file):
    """How many batches were receipted. That none is left waiting, the load itself waits for."""
    with open(file, encoding="ascii") as lines:
        sequences = {int(line) for line in lines if line.strip().isdigit() and line.endswith("\n")}
    verdict.count("of receipted batches", len(sequences))


def check(folder, minutes, alarms):
    """folder: of the load; minutes: rack_minute of InfluxDB as CSV; alarms: bodies of the alarm journal, one JSON a line."""
    verdict = Verdict()
    for what in ("minutes lost", "minutes doubled", "minutes with other energy", "minutes with a sample lost", "alarms lost", "alarms doubled"):
        verdict.count(what, 0)
    check_minutes(verdict, sent(folder / "past.csv"), minutes)
    check_alarms(verdict, sent(folder / "live.csv"), [json.loads(line) for line in alarms.splitlines() if line.startswith("{")])
    count_receipts(verdict, folder / "receipts.csv")
    return verdict


def proves_itself(folder, minutes, alarms):
    """Whether the checker sees one minute taken away, one watt-hour added, one sample changed, an alarm taken away and one doubled."""
    lines = minutes.splitlines()
    # The second minute of the first rack: the first is not whole.
    at = next(number for number, line in enumerate(lines) if line.startswith("rack_minute")) + 1
    fields = lines[at].split(",")
    names = lines[0].split(",")

    def with_field(name, change):
        # Tags are quoted as one field with commas inside: count from the end.
        place = names.index(name) - len(names)
        changed = [*fields]
        changed[place] = change(fields[place])
        return "\n".join([*lines[:at], ",".join(changed), *lines[at + 1:]])

    bodies = [line for line in alarms.splitlines() if '"rule":"inlet-temperature"' in line]
    spoiled = [
        ("\n".join(lines[:at] + lines[at + 1:]), alarms, "minutes lost"),
        (with_field("energy_watt_hours", lambda value: str(int(value) + 1)), alarms, "minutes with other energy"),
        (with_field("power_max_watts", lambda value: str(float(value) + 1)), alarms, "minutes with a sample lost"),
    ]
    if bodies:
        spoiled += [(minutes, "\n".join(bodies[1:]), "alarms lost"), (minutes, "\n".join([bodies[0], *bodies]), "alarms doubled")]
    return all(check(folder, rows, entries).counts[what] == 1 for rows, entries, what in spoiled)
