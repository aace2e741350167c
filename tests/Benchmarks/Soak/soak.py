"""Plays the province's load for a long time, samples the silo from outside, writes a table and a plot, and says what grew."""

import os
import pathlib
import re
import subprocess
import sys
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[3]
PAGES = 18_444  # of tests/Benchmarks/Province
EVERY = 10.0
# The first tenth is starting up: compilation, first images, first file of the journal.
WARM_UP = 0.1


def children(pid):
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
    return [int(child) for child in found]


def silo_of(pid):
    for child in children(pid):
        if b"DcOps.Silo.Host.dll" in pathlib.Path(f"/proc/{child}/cmdline").read_bytes():
            return child
        if (deeper := silo_of(child)) is not None:
            return deeper
    return None


def metrics():
    series = {}
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PAGES}/metrics", timeout=5) as answer:
            for line in answer.read().decode().splitlines():
                if line and not line.startswith("#"):
                    name, value = line.rsplit(" ", 1)
                    series[name] = float(value)
    except OSError:
        pass
    return series


def sample(pid, before):
    status = dict(re.findall(r"^(\w+):\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text(), re.M))
    stat = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()
    now = metrics()
    delay, receipts = (now.get(f"dcops_ingest_receipt_delay_seconds_{part}", 0) for part in ("sum", "count"))
    taken = {
        "memory_mb": int(status["VmRSS"]) / 1024,
        "handles": len(os.listdir(f"/proc/{pid}/fd")),
        "threads": int(status["Threads"]),
        "cpu_s": (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK"),
        "receipts": receipts,
        "delay_sum": delay,
    }
    taken["lateness_s"] = (delay - before["delay_sum"]) / max(1, receipts - before["receipts"]) if before else 0
    taken["cores"] = (taken["cpu_s"] - before["cpu_s"]) / EVERY if before else 0
    return taken


def plot(rows, file):
    """Three curves over time, each in a field of its own."""
    width, height, left = 900, 150, 70
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + left + 20}" height="{3 * (height + 40)}" font-family="sans-serif" font-size="12">']
    for number, (name, unit) in enumerate((("memory_mb", "MB"), ("handles", "handles"), ("lateness_s", "s to a receipt"))):
        values = [row[name] for row in rows]
        top, base = max(max(values), 1e-9) * 1.1, 20 + number * (height + 40)
        points = " ".join(
            f"{left + width * index / max(1, len(rows) - 1):.1f},{base + height - height * value / top:.1f}" for index, value in enumerate(values))
        parts.append(f'<rect x="{left}" y="{base}" width="{width}" height="{height}" fill="none" stroke="#999"/>')
        parts.append(f'<polyline points="{points}" fill="none" stroke="#0a6" stroke-width="1.5"/>')
        parts.append(f'<text x="4" y="{base + 12}">{top:.4g}</text><text x="4" y="{base + height}">0</text>')
        parts.append(f'<text x="{left + 6}" y="{base + 14}">{unit}, {rows[-1]["minute"]:.0f} minutes</text>')
    file.write_text("\n".join([*parts, "</svg>"]))


def main():
    minutes, racks, between = (sys.argv[1:] + ["120", "100000", "10"][len(sys.argv) - 1:])[:3]
    folder = ROOT / "artifacts/soak"
    folder.mkdir(parents=True, exist_ok=True)
    # Each of the load's 13 collectors has at least one.
    facilities = str(max(13, int(racks) // 1750))
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {racks} racks in {facilities} facilities each {between} s for {minutes} min", flush=True)
    with open(folder / "province.log", "w") as log:
        province = subprocess.Popen(
            [str(ROOT / "artifacts/bin/DcOps.Benchmarks.Province/release/DcOps.Benchmarks.Province"), facilities, racks, minutes, between],
            stdout=log, stderr=subprocess.STDOUT)
        rows, before, began = [], None, None
        while province.poll() is None:
            time.sleep(EVERY)
            pid = silo_of(province.pid)
            if pid is None:
                continue
            try:
                taken = sample(pid, before)
            except OSError:
                break
            if taken["receipts"] == 0:
                continue
            began = began or time.monotonic()
            if before and taken["receipts"] > before["receipts"]:
                rows.append({"minute": (time.monotonic() - began) / 60, **taken})
            before = taken
        code = province.wait()
    if len(rows) < 4:
        print((folder / "province.log").read_text())
        return code or 1
    names = ["minute", "memory_mb", "handles", "threads", "cores", "lateness_s", "receipts"]
    (folder / "soak.csv").write_text("\n".join([",".join(names), *(",".join(f"{row[name]:.3f}" for name in names) for row in rows)]) + "\n")
    plot(rows, folder / "soak.svg")
    steady = rows[int(len(rows) * WARM_UP):]
    half = len(steady) // 2
    for name in ("memory_mb", "handles", "threads", "cores", "lateness_s"):
        first, second = ([row[name] for row in part] for part in (steady[:half], steady[half:]))
        print(f"{name}: {sum(first) / len(first):.3f} in the first half, {sum(second) / len(second):.3f} in the second, at most {max(first + second):.3f}")
    print((folder / "province.log").read_text().splitlines()[-1])
    return code


if __name__ == "__main__":
    sys.exit(main())
