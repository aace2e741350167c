"""A province of a few silos over PostgreSQL and InfluxDB, its collector behind relays, and what can be done to it."""

import json
import pathlib
import subprocess
import time

from places import DATABASE, ROOT, Influx, PostgreSql, Program, Redis, Relay, Silo, is_listening, until

TOKEN = "a-token-of-the-chaos-suite"


class Load(Program):
    """The collector: a process that keeps what it sends on disk until it is receipted, and writes down what it sends."""

    def __init__(self, cluster, seconds):
        super().__init__("load", cluster.folder / "load")
        self.cluster, self.seconds = cluster, seconds

    def line(self):
        c = self.cluster
        silos = ",".join(f"http://127.0.0.1:{relay.port}" for relay in c.relays)
        return ["dotnet", str(ROOT / "artifacts/bin/DcOps.Chaos/release/DcOps.Chaos.dll"), str(self.folder), str(c.seed), str(self.seconds),
                str(c.facilities), str(c.racks), silos]

    def said(self):
        return (self.folder / "load.log").read_text().splitlines()

    def is_settled(self):
        return "settled" in self.said()[-3:]

    def is_receiving(self):
        receipts = self.folder / "receipts.csv"
        return receipts.exists() and receipts.stat().st_size > 0


class Cluster:
    def __init__(self, folder, seed, silos=2, facilities=4, racks=15, membership="postgre-sql", tls=True):
        self.folder, self.seed, self.facilities, self.racks, self.membership = pathlib.Path(folder), seed, facilities, racks, membership
        self.folder.mkdir(parents=True, exist_ok=True)
        self.tls = self.certificates() if tls else None
        self.postgres = PostgreSql(self.folder / "postgresql")
        self.influx = Influx(self.folder / "influxdb")
        self.redis = Redis(self.folder / "redis") if membership == "redis" else None
        for server in filter(None, (self.postgres, self.influx, self.redis)):
            server.start()
        self.postgres.sql(f"CREATE DATABASE {DATABASE}", database="postgres")
        (self.folder / "rules.json").write_text(json.dumps({"inlet-temperature": [{
            "id": "inlet-temperature", "priority": "major", "onDelay": "00:00:00", "offDelay": "00:00:00", "equipmentClass": "A1",
            "recommended": {"low": 18, "high": 27}, "allowable": {"low": 15, "high": 32}}]}))
        self.silos = [Silo(number, self.folder / f"silo-{number}", self) for number in range(1, silos + 1)]
        self.relays = [Relay(silo.ingest) for silo in self.silos]

    def certificates(self):
        folder = self.folder / "tls"
        folder.mkdir(exist_ok=True)

        def openssl(*words):
            subprocess.run(["openssl", *words], check=True, capture_output=True, cwd=folder)

        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "ca.key", "-out", "ca.pem",
                "-days", "30", "-subj", "/CN=silos")
        openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "silo.key", "-out", "silo.csr", "-subj", "/CN=silo")
        openssl("x509", "-req", "-in", "silo.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30", "-out", "silo.pem")
        return folder

    def configuration(self, silo):
        def name(text):
            return {"chinese": text, "english": text}

        ids = [f"NJ-{facility:03}" for facility in range(1, self.facilities + 1)]
        rooms = [{"id": room, "name": name(room), "racks": [{"id": f"A{rack:03}", "provisionedKilowatts": 8} for rack in range(1, self.racks + 1)]}
                 for room in ("R01", "R02")]
        cluster = {"id": "chaos", "address": "127.0.0.1", "port": silo.silo, "membership": self.membership}
        if self.redis:
            cluster["connection"] = f"text:127.0.0.1:{self.redis.port}"
        if self.tls:
            cluster["tls"] = {"certificate": str(self.tls / "silo.pem"), "key": str(self.tls / "silo.key"), "authority": str(self.tls / "ca.pem")}
        return {
            "province": {"id": "JS", "name": name("JS")},
            "cities": [{"code": "NJ", "name": name("NJ")}],
            "facilities": [{"id": id, "city": "NJ", "name": name(id), "rooms": rooms} for id in ids],
            "ingest": {"address": f"http://127.0.0.1:{silo.ingest}",
                       "collectors": [{"name": "chaos", "token": f"text:{TOKEN}", "facilities": ids}]},
            "registry": {"kind": "postgre-sql", "connection": f"text:{self.postgres.connection()}"},
            "history": {"kind": "influx", "version": "1", "url": f"http://127.0.0.1:{self.influx.port}", "database": DATABASE},
            "alarms": {"rules": [str(self.folder / "rules.json")]},
            "cluster": cluster,
        }

    def start(self):
        for silo in self.silos:
            silo.start()
        for silo in self.silos:
            until(f"{silo.name} is ready", silo.is_ready)
        until("every silo sees every other", lambda: all(self.members() == len(self.silos) for _ in self.silos))

    def members(self):
        """Silos that the newest line of the first living silo's log names."""
        for silo in self.silos:
            if silo.process and silo.process.poll() is None:
                lines = [line for line in (silo.folder / f"{silo.name}.log").read_text(errors="replace").splitlines() if "silos are in the cluster" in line]
                return int(lines[-1].split(" silos are in the cluster")[0].split()[-1]) if lines else 0
        return 0

    def living(self):
        return [silo for silo in self.silos if silo.process and silo.process.poll() is None]

    def takeovers(self, dead):
        """How often the living silos said that all that is at home with them now is awake, and among how many silos."""
        return [silo.takeovers() for silo in self.living() if silo is not dead]

    def until_served(self, dead, before):
        """Waits until every silo but the dead one has woken what fell to it since takeovers() was asked; how long that took, s."""
        return until("the others take over", lambda: all(now > then for now, then in zip(self.takeovers(dead), before)), every=0.02)

    def minutes(self):
        return self.influx.csv("SELECT energy_watt_hours, power_min_watts, power_max_watts, power_last_watts FROM rack_minute WHERE room = 'R01' GROUP BY *")

    def alarms(self):
        return self.postgres.sql("SELECT body FROM alarm_entry ORDER BY at_ticks, number")

    def until_quiet(self):
        """Waits until no row goes to history any more: a receipt comes before the minutes it closes are told."""
        quiet, before = 0, -1.0
        while quiet < 4:
            time.sleep(0.5)
            written = sum(sum(value for name, value in silo.metrics().items() if name.startswith("dcops_history_points_total")) for silo in self.living())
            quiet, before = (quiet + 1 if written == before else 0), written

    def close(self):
        for silo in self.silos:
            silo.kill()
        for relay in self.relays:
            relay.close()
        for server in filter(None, (self.influx, self.redis, self.postgres)):
            server.kill()


__all__ = ["Cluster", "Load", "is_listening", "until"]
