#!/usr/bin/env python3
"""
The simulator breaks something, the product says what and tells it to a webhook and to a real Alertmanager: per scenario how many raw
alarms, how many incidents, what the inbox said, and what of the notices was lost or doubled.

  tests/Benchmarks/AlarmScenarios/live                  every scenario, two at a time
  tests/Benchmarks/AlarmScenarios/live storm flapping   those whose name contains one of the words

The receiver makes it hard on purpose: of every seven notices it refuses one with 503, and one it takes and then breaks off, so that
the sender cannot know. A notice counts as lost when its incident stood in the inbox and nobody was ever told, or was told that it
began and never that it ended; as doubled when one incident, person and kind came under two keys. What comes twice under one key is
what at-least-once means: a receiver that looks at the key shows it once.
"""

import collections
import concurrent.futures
import csv
import datetime
import http.server
import io
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[3]
BIN = ROOT / "artifacts" / "bin"
RACKS = 60
SITE = "NJ-01"
PATIENCE = 300


def free_port(kind=socket.SOCK_STREAM):
    with socket.socket(socket.AF_INET, kind) as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def until(what, is_so, patience=PATIENCE):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            if is_so():
                return True
        except (urllib.error.URLError, ConnectionError, TimeoutError, OSError):
            pass  # it is not there yet, or was killed
        time.sleep(0.5)
    raise TimeoutError(f"not in {patience} s: {what}")


class Receiver:
    """A webhook's other side: what arrived, by key; each seventh is refused, each seventh breaks off after it was taken."""

    def __init__(self):
        self.taken, self.refused, self.broken, self.calls = [], 0, 0, 0
        self.lock = threading.Lock()
        outer = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                with outer.lock:
                    outer.calls += 1
                    turn = outer.calls % 7
                    if turn == 3:
                        outer.refused += 1
                    else:
                        outer.taken.append((time.time(), self.headers["Idempotency-Key"], body))
                        outer.broken += turn == 6
                if turn == 6:
                    self.connection.close()
                    return
                self.send_response(503 if turn == 3 else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


class Province:
    """Simulator, product, receiver and Alertmanager, on ports and in a folder of their own."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="dcops-scenario-"))
        self.port, self.broker, self.control, self.alertmanager_port = (free_port() for _ in range(4))
        self.snmp = free_port(socket.SOCK_DGRAM)
        self.window = None
        self.receiver = Receiver()
        self.programs = {}

    def launch(self, name, program, *arguments):
        log = open(self.folder / f"{name}.log", "ab")
        self.programs[name] = subprocess.Popen([str(program), *map(str, arguments)], stdout=log, stderr=log, start_new_session=True)

    def start(self):
        site = self.folder / "sim" / "site.json"
        self.launch("simulator", BIN / "DcOps.Simulator/release/DcOps.Simulator", "--facilities", 1, "--racks", RACKS, "--data", self.folder / "sim",
                    "--site", site, "--broker", f"127.0.0.1:{self.broker}", "--snmp-port", self.snmp, "--control-port", self.control)
        until("site file", lambda: site.exists() and json.loads(site.read_text()))
        self.alertmanager()
        self.configure(site)
        self.start_product()

    def alertmanager(self):
        program = shutil.which("prometheus-alertmanager", path=os.environ["PATH"] + ":/usr/sbin")
        self.has_alertmanager = program is not None
        if not program:
            return
        file = self.folder / "alertmanager.yml"
        file.write_text("route: { receiver: nobody }\nreceivers: [ { name: nobody } ]\n")
        self.launch("alertmanager", program, f"--config.file={file}", f"--storage.path={self.folder}/am", f"--web.listen-address=127.0.0.1:{self.alertmanager_port}",
                    "--cluster.listen-address=")

    def configure(self, site):
        told = json.loads(site.read_text())
        alarms = told.setdefault("alarms", {})
        alarms["channels"] = [{"name": "hook", "kind": "webhook", "address": self.receiver.address, "for": ["duty", "lead"], "allowPrivate": True, "language": "en"}]
        if self.has_alertmanager:
            alarms["channels"].append({"name": "am", "kind": "alertmanager", "address": f"http://127.0.0.1:{self.alertmanager_port}", "allowPrivate": True})
        alarms["policies"] = {
            "wait": "00:00:05", "mostPerTarget": 1000,
            "routes": [{"name": "duty", "from": "advisory", "steps": [{"targets": ["duty"]}, {"after": "00:01:00", "targets": ["lead"]}]}],
        }
        if self.window:
            alarms["windows"] = ["windows.json"]
            (site.parent / "windows.json").write_text(json.dumps({"windows": [{
                "id": "work-1", "author": "zhang.wei", "reason": "breaker exchange", "locations": [SITE],
                "fixed": {"from": stamp(self.window[0]), "to": stamp(self.window[1])}}]}))
        self.site = site.parent / "told.json"
        self.site.write_text(json.dumps(told))

    def start_product(self):
        self.launch("product", BIN / "DcOps.Standalone/release/DcOps.Standalone", "--config", self.site, "--data", self.folder / "data", "--port", self.port, "--broker-port", self.broker)
        until("the product answers for every facility", lambda: self.json("/alarms/headline.json")["missingFacilities"] == [])

    def kill_product(self):
        os.killpg(self.programs["product"].pid, signal.SIGKILL)
        self.programs["product"].wait()

    def play(self, *words):
        subprocess.run([str(BIN / "DcOps.Simulator/release/DcOps.Simulator"), *words, "--control-port", str(self.control)], check=True, stdout=subprocess.DEVNULL)

    def text(self, path):
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
            return answer.read().decode("utf-8-sig")

    def json(self, path):
        return json.loads(self.text(path))

    def inbox(self):
        return self.json("/alarms.json")["incidents"]

    def journal(self):
        rows = [row for row in csv.reader(io.StringIO(self.text("/alarms/journal.csv"))) if len(row) > 1]
        head = next(index for index, row in enumerate(rows) if "entry" in row)
        return [dict(zip(rows[head], row)) for row in rows[head + 1:]]

    def alerts(self):
        tool = shutil.which("amtool")
        if not (self.has_alertmanager and tool):
            return None
        told = subprocess.run([tool, "alert", "query", "--output=json", f"--alertmanager.url=http://127.0.0.1:{self.alertmanager_port}"], capture_output=True, text=True)
        return len(json.loads(told.stdout)) if told.returncode == 0 else None

    def stop(self):
        for program in self.programs.values():
            if program.poll() is None:
                os.killpg(program.pid, signal.SIGKILL)
                program.wait()
        self.receiver.server.shutdown()
        if not os.environ.get("DCOPS_KEEP"):
            shutil.rmtree(self.folder, ignore_errors=True)


def stamp(at):
    return datetime.datetime.fromtimestamp(at, datetime.timezone.utc).isoformat()


class Watch(threading.Thread):
    """Every incident that the inbox ever showed since, with the fullest line of each; misses while the product is away are no fault."""

    def __init__(self, province, before):
        super().__init__(daemon=True)
        self.province, self.before, self.lines, self.ends = province, before, {}, False

    def run(self):
        while not self.ends:
            try:
                for line in self.province.inbox():
                    if line["id"] not in self.before and line["alarms"] >= self.lines.get(line["id"], line)["alarms"]:
                        self.lines[line["id"]] = line
            except (urllib.error.URLError, ConnectionError, TimeoutError, OSError, ValueError):
                pass
            time.sleep(0.5)


SCENARIOS = {
    # name: (words for the simulator, seconds that it stands, what is special)
    "breaker trip": (["scenario", "breaker-trip", SITE], 80, {}),
    "cooling unit stop": (["scenario", "cooling-stop", SITE], 200, {}),
    "WAN cut of a site": (["scenario", "wan-cut", SITE], 150, {}),
    "flapping sensor": (["scenario", "flapping", SITE, "--every", "3m"], 780, {}),
    "maintenance that overruns": (["scenario", "breaker-trip", SITE], 150, {"window": 90}),
    "silo killed during a storm": (["scenario", "storm", SITE], 240, {"kill": True}),
}


def play(name):
    words, lasts, special = SCENARIOS[name]
    began = time.time()
    province = Province()
    try:
        if "window" in special:
            # The product reads windows at its start; this one begins then and ends while the fault stands.
            province.window = (began, began + 75 + special["window"])
        province.start()
        until("the province is quiet", lambda: quiet(province, 20), 180)
        before = {line["id"] for line in province.inbox()}
        known = {entry["entry"] for entry in province.journal()}
        told_before = len(province.receiver.taken)
        watch = Watch(province, before)
        watch.start()
        fault_at = time.time()
        province.play(*words)
        kills = 0
        if special.get("kill"):
            until("the storm has begun and somebody was told", lambda: sum(line["alarms"] for line in province.inbox()) >= 6 and len(province.receiver.taken) > told_before)
            for _ in range(2):
                province.kill_product()
                kills += 1
                province.start_product()
                time.sleep(15)
        while time.time() < fault_at + lasts:
            time.sleep(1)
        standing = [line for line in province.inbox() if line["id"] not in before]
        alerts = province.alerts()
        province.play("fault", "clear", "all")
        settle(province, before)
        watch.ends = True
        watch.join()
        return table_row(name, province, before, known, watch.lines, standing, fault_at, kills, alerts)
    finally:
        province.stop()


def quiet(province, seconds):
    """Nothing new in the journal for so long, and the product long enough awake to have asked every device."""
    entries = province.journal()
    newest = max((entry["recorded_at_utc"] for entry in entries), default=None)
    age = seconds + 1 if newest is None else time.time() - datetime.datetime.fromisoformat(newest.replace("Z", "+00:00")).timestamp()
    return age > seconds and uptime(province) > seconds + 15


def uptime(province):
    stat = pathlib.Path(f"/proc/{province.programs['product'].pid}/stat").read_text().rsplit(")", 1)[1].split()
    return float(pathlib.Path("/proc/uptime").read_text().split()[0]) - float(stat[19]) / os.sysconf("SC_CLK_TCK")


def settle(province, before):
    """Until what came has returned and everything that is owed has arrived; what does not return is told in the table."""
    end = time.monotonic() + 240
    while time.monotonic() < end:
        lines = [line for line in province.inbox() if line["id"] not in before]
        if all(line["state"] in ("returned-unacknowledged", "normal") for line in lines):
            break
        time.sleep(2)
    quiet_since, count = time.monotonic(), len(province.receiver.taken)
    while time.monotonic() < quiet_since + 25 and time.monotonic() < end + 120:
        time.sleep(1)
        if len(province.receiver.taken) != count:
            quiet_since, count = time.monotonic(), len(province.receiver.taken)


def table_row(name, province, before, known, lines, standing, fault_at, kills, alerts):
    entries = [entry for entry in province.journal() if entry["entry"] not in known]
    raised = [entry for entry in entries if entry["event"] == "raised"]
    ids = collections.Counter(entry["alarm"] for entry in raised)
    taken = [each for each in province.receiver.taken if each[2]["incident"] not in before]
    arrivals = collections.Counter(key for _, key, _ in taken)
    by_thing = collections.defaultdict(set)
    for _, key, body in taken:
        by_thing[body["incident"], body["target"], body["kind"]].add(key)
    returns = collections.Counter((body["incident"], body["target"]) for _, key, body in {key: (at, key, body) for at, key, body in taken}.values() if body["kind"] == "returned")
    doubled = [thing for thing, keys in by_thing.items()
               if thing[2] in ("raised", "returned") and len(keys) > max(1, returns[thing[0], thing[1]] + (thing[2] == "raised"))]
    told = {body["incident"] for _, _, body in taken if body["kind"] == "raised"}
    still = {line["id"]: line for line in province.inbox()}
    # An incident of a moment ago may be one with another by now; one that nobody was told of while it lasted less than the wait is over.
    lost = [line for line in lines.values() if line["id"] not in told and line["id"] in still and line["state"] == "unacknowledged" and line["standing"] > 0]
    ended = {body["incident"] for _, _, body in taken if body["kind"] == "returned"}
    over = {incident for incident in told if still.get(incident, {"state": "normal"})["state"] in ("returned-unacknowledged", "normal")}
    unended = over - ended
    absorbed = {incident for incident in unended if incident not in still}
    unended -= absorbed
    first = min((at for at, _, body in taken if body["kind"] == "raised"), default=None)
    return {
        "name": name, "raw": len(raised), "twice": sum(count > 1 for count in ids.values()), "incidents": len({line["id"] for line in lines.values()} & set(still)) or len(lines),
        "told": sum(body["kind"] == "raised" for body in {key: body for _, key, body in taken}.values()), "notices": len(arrivals), "again": sum(count - 1 for count in arrivals.values()),
        "refused": province.receiver.refused, "broken": province.receiver.broken, "lost": len(lost) + len(unended), "doubled": len(doubled), "kills": kills, "kinds": collections.Counter(body["kind"] for body in {key: body for _, key, body in taken}.values()),
        "alerts": alerts, "first": None if first is None else first - fault_at, "window": None if province.window is None or first is None else first - province.window[1],
        "lines": sorted(standing, key=lambda line: -line["alarms"]),
        "doubt": [f"not told: {line['titleEn']} ({line['state']})" for line in lost] + [f"end not told: {still[i]['titleEn']}" for i in unended] + [f"two keys: {thing}" for thing in doubled],
    }


def main():
    words = sys.argv[1:]
    names = [name for name in SCENARIOS if not words or any(word in name for word in words)]
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; one data centre of {RACKS} racks, simulator and product as processes; {stamp(time.time())[:16]}Z", flush=True)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        rows = list(pool.map(play, names))
    print("| scenario | raw alarms | raised twice | incidents | beginnings told | notices by key | came again under their key | refused / broken off by the receiver | kills | lost | doubled | in Alertmanager |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for row in rows:
        print(f"| {row['name']} | {row['raw']} | {row['twice']} | {row['incidents']} | {row['told']} | {row['notices']} | {row['again']} | {row['refused']} / {row['broken']} | {row['kills']} | {row['lost']} | {row['doubled']} | {'–' if row['alerts'] is None else row['alerts']} |")
    print()
    for row in rows:
        after = "" if row["first"] is None else f" First told {row['first']:.1f} s after the fault" + (f", {row['window']:.1f} s after the window's end" if row["window"] is not None else "") + "."
        print(f"**{row['name']}.**{after} Notices: " + ", ".join(f"{count} {kind}" for kind, count in row["kinds"].most_common()) + ".")
        for line in row["lines"][:4]:
            print(f"- {line['level']}, {line['state']}, {line['alarms']} alarms, {line['racks']} racks: {line['titleEn']} — {line['reasonEn']} ({line['titleZh']})")
        for doubt in row["doubt"]:
            print(f"- NOT AS IT SHOULD BE: {doubt}")
        print()
    return 1 if any(row["lost"] or row["doubled"] or row["twice"] for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
