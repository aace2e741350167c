"""The servers and silos of one run, each a process of its own on a port of its own, in a folder that goes with the run."""

import glob
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATABASE = "dcops"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(name, *folders):
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin", *folders]))
    if found is None:
        raise SystemExit(f"chaos: {name} is not installed")
    return found


def until(what, asked, seconds=300.0, every=0.05):
    """Waits until asked() is true; how long that took, s."""
    began = time.monotonic()
    while not asked():
        if time.monotonic() - began > seconds:
            raise TimeoutError(f"{what}: not within {seconds:.0f} s")
        time.sleep(every)
    return time.monotonic() - began


def is_listening(port):
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Program:
    """A process that can be killed and started again."""

    def __init__(self, name, folder):
        self.name, self.folder, self.process = name, folder, None
        folder.mkdir(parents=True, exist_ok=True)

    def line(self):
        raise NotImplementedError

    def environment(self):
        return dict(os.environ)

    def start(self):
        log = open(self.folder / f"{self.name}.log", "ab")
        self.process = subprocess.Popen(
            self.line(), stdout=log, stderr=subprocess.STDOUT, env=self.environment(), cwd=self.folder, start_new_session=True)

    def kill(self):
        """As a crash does; children too."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self, seconds=180):
        """As an operator does."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait(seconds)


class PostgreSql(Program):
    def __init__(self, folder):
        super().__init__("postgresql", folder)
        self.port, self.data = free_port(), folder / "data"
        bins = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        self.bin = pathlib.Path(bins[-1]) if bins else pathlib.Path(program("initdb")).parent
        self.data.mkdir()
        # The server is another user, who must reach its folder.
        for above in (folder, folder.parent):
            above.chmod(0o755)
        if os.geteuid() == 0:
            shutil.chown(self.data, "postgres")
        subprocess.run(self.as_server([self.bin / "initdb", "-D", self.data, "-A", "trust", "-U", "postgres"]), check=True, capture_output=True)

    @staticmethod
    def as_server(line):
        line = [str(word) for word in line]
        return ["runuser", "-u", "postgres", "--", *line] if os.geteuid() == 0 else line

    def line(self):
        return self.as_server([self.bin / "postgres", "-D", self.data, "-p", self.port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="])

    def start(self):
        super().start()
        until("PostgreSQL", self.answers)

    def answers(self):
        return subprocess.run([self.bin / "pg_isready", "-h", "127.0.0.1", "-p", str(self.port)], capture_output=True).returncode == 0

    def kill(self):
        super().kill()
        # runuser hands its children a session of their own.
        pid = self.data / "postmaster.pid"
        if pid.exists():
            try:
                os.kill(int(pid.read_text().split()[0]), signal.SIGKILL)
            except ProcessLookupError:
                pass
        until("PostgreSQL is gone", lambda: not is_listening(self.port))
        pid.unlink(missing_ok=True)

    def sql(self, statement, database=DATABASE):
        return subprocess.run(
            ["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", database, "-v", "ON_ERROR_STOP=1", "-A", "-t", "-F", ",", "-c", statement],
            check=True, capture_output=True, text=True).stdout

    def connection(self):
        return f"Host=127.0.0.1;Port={self.port};Username=postgres;Database={DATABASE}"


class Redis(Program):
    def __init__(self, folder):
        super().__init__("redis", folder)
        self.port = free_port()

    def line(self):
        return [program("redis-server"), "--port", str(self.port), "--bind", "127.0.0.1", "--dir", str(self.folder),
                "--appendonly", "yes", "--appendfsync", "always", "--save", ""]

    def start(self):
        super().start()
        until("Redis", lambda: is_listening(self.port))


class Influx(Program):
    def __init__(self, folder):
        super().__init__("influxdb", folder)
        self.port, self.backup = free_port(), free_port()
        (folder / "influxdb.conf").write_text(f"""
reporting-disabled = true
bind-address = "127.0.0.1:{self.backup}"
[meta]
  dir = "{folder}/meta"
[data]
  dir = "{folder}/data"
  wal-dir = "{folder}/wal"
[monitor]
  store-enabled = false
[http]
  bind-address = "127.0.0.1:{self.port}"
  log-enabled = false
[logging]
  level = "error"
""")

    def line(self):
        return [program("influxd"), "-config", str(self.folder / "influxdb.conf")]

    def environment(self):
        return dict(os.environ, HOME=str(self.folder))

    def start(self):
        super().start()
        until("InfluxDB", lambda: is_listening(self.port))

    def csv(self, query):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/query?db={DATABASE}&epoch=ms&q=" + urllib.parse.quote(query), headers={"Accept": "application/csv"})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode()


class Silo(Program):
    """One silo of the cluster; its data folder may be a small file system of its own."""

    def __init__(self, number, folder, cluster):
        super().__init__(f"silo-{number}", folder)
        self.port, self.ingest, self.silo = free_port(), free_port(), free_port()
        self.cluster, self.skew = cluster, 0
        (folder / "silo.json").write_text(json.dumps(cluster.configuration(self)))

    def line(self):
        host = ROOT / "artifacts/bin/DcOps.Silo.Host/release/DcOps.Silo.Host.dll"
        line = ["dotnet", str(host), "--config", str(self.folder / "silo.json"), "--data", str(self.folder / "data"), "--port", str(self.port)]
        return [program("faketime"), "-f", f"{self.skew:+d}s", *line] if self.skew else line

    def environment(self):
        return dict(os.environ, FAKETIME_DONT_FAKE_MONOTONIC="1", DONT_FAKE_MONOTONIC="1")

    def is_ready(self):
        return self.ready().get("ready", False)

    def ready(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as fault:
            return json.load(fault)
        except OSError:
            return {}

    def takeovers(self):
        return (self.folder / f"{self.name}.log").read_text(errors="replace").count("what is at home here is awake")

    def metrics(self):
        series = {}
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=5) as answer:
                for line in answer.read().decode().splitlines():
                    if line and not line.startswith("#"):
                        name, value = line.rsplit(" ", 1)
                        series[name] = float(value)
        except OSError:
            pass
        return series


class Relay:
    """A link between collector and silo that can be cut and made slow."""

    def __init__(self, target):
        self.target, self.port = target, free_port()
        self.is_cut, self.delay, self.pairs = False, 0.0, []
        self.server = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                near, _ = self.server.accept()
            except OSError:
                return
            if self.is_cut:
                # A cut cable says nothing: what was asked stays unanswered.
                self.pairs.append((near, near))
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.target), timeout=2)
                far.settimeout(None)
            except OSError:
                near.close()
                continue
            self.pairs.append((near, far))
            threading.Thread(target=self.carry, args=(near, far), daemon=True).start()
            threading.Thread(target=self.carry, args=(far, near), daemon=True).start()

    def carry(self, source, sink):
        try:
            while data := source.recv(65536):
                if self.delay:
                    time.sleep(self.delay)
                while self.is_cut:
                    time.sleep(0.05)
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self):
        self.server.close()
        for pair in self.pairs:
            for end in pair:
                end.close()
