#!/usr/bin/env python3
"""
Breaks a province on purpose and counts what was lost. A seed decides what is broken when; the same seed breaks the same.

  tests/Chaos/run                        five seeds of a minute and a half each
  tests/Chaos/run --seeds 7 8 9 --seconds 120 --silos 3 --membership redis
  tests/Chaos/run --seeds 1 --faults kill-silo --short      one fault, a few seconds
"""

import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

import check
from cluster import Cluster, Load, until

SETTLE_LIMIT = 240


class Run:
    def __init__(self, cluster, load, dice, say):
        self.cluster, self.load, self.dice, self.say = cluster, load, dice, say
        self.takeovers = []
        self.comes_back = True

    def some_silo(self):
        return self.dice.choice(self.cluster.silos)

    def again(self, program, least=0.5, most=5.0):
        program.kill()
        time.sleep(self.dice.uniform(least, most))
        program.start()

    def kill_silo(self):
        silo = self.some_silo()
        before = self.cluster.takeovers(silo)
        silo.kill()
        took = self.cluster.until_served(silo, before)
        self.takeovers.append(took)
        self.say(f"           {silo.name} killed; the others have all its rooms and facilities after {took:.2f} s")
        if self.comes_back:
            silo.start()
            until(f"{silo.name} is ready", silo.is_ready)

    def restart_silos(self):
        for silo in self.cluster.silos:
            silo.stop()
            silo.start()
            until(f"{silo.name} is ready", silo.is_ready)

    def kill_collector(self):
        self.again(self.load)

    def kill_influxdb(self):
        self.again(self.cluster.influx)

    def kill_postgresql(self):
        self.again(self.cluster.postgres)

    def kill_redis(self):
        self.again(self.cluster.redis)

    def cut_link(self):
        relay = self.dice.choice(self.cluster.relays)
        relay.is_cut = True
        time.sleep(self.dice.uniform(2, 12))
        relay.is_cut = False

    def slow_link(self):
        for relay in self.cluster.relays:
            relay.delay = self.dice.uniform(0.05, 0.4)
        time.sleep(self.dice.uniform(3, 8))
        for relay in self.cluster.relays:
            relay.delay = 0.0

    def fill_disk(self):
        silo = self.some_silo()
        self.cluster.influx.kill()
        filler = silo.folder / "data" / "filler"
        with open(filler, "wb") as file:
            try:
                while True:
                    file.write(b"\0" * 65536)
                    file.flush()
            except OSError:
                pass
        time.sleep(self.dice.uniform(2, 5))
        filler.unlink()
        self.cluster.influx.start()

    def skew_clock(self):
        silo = self.some_silo()
        silo.stop()
        silo.skew = self.dice.choice([-45, -20, 20, 45])
        silo.start()
        until(f"{silo.name} is ready", silo.is_ready)
        time.sleep(self.dice.uniform(3, 8))
        silo.stop()
        silo.skew = 0
        silo.start()
        until(f"{silo.name} is ready", silo.is_ready)

    def pause_silo(self):
        """It stands still and comes back after the others took over: what it writes then must not count."""
        import signal
        silo = self.some_silo()
        before = self.cluster.takeovers(silo)
        os.killpg(silo.process.pid, signal.SIGSTOP)
        self.takeovers.append(self.cluster.until_served(silo, before))
        time.sleep(self.dice.uniform(1, 4))
        os.killpg(silo.process.pid, signal.SIGCONT)
        time.sleep(3)
        # It has been declared dead and ends by itself; then it is started as a supervisor would.
        silo.kill()
        silo.start()
        until(f"{silo.name} is ready", silo.is_ready)


FAULTS = {
    "kill-silo": Run.kill_silo, "pause-silo": Run.pause_silo, "rolling-restart": Run.restart_silos, "kill-collector": Run.kill_collector,
    "kill-influxdb": Run.kill_influxdb, "kill-postgresql": Run.kill_postgresql, "kill-redis": Run.kill_redis, "cut-link": Run.cut_link,
    "slow-link": Run.slow_link, "fill-disk": Run.fill_disk, "skew-clock": Run.skew_clock,
}


def possible(arguments):
    without = set()
    if arguments.membership != "redis":
        without.add("kill-redis")
    if shutil.which("faketime") is None:
        without.add("skew-clock")
    if not arguments.small_disk:
        without.add("fill-disk")
    if arguments.silos < 2:
        without |= {"kill-silo", "pause-silo", "rolling-restart"}
    return [fault for fault in FAULTS if fault not in without]


def play(seed, arguments, say):
    dice = random.Random(seed)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="dcops-chaos-"))
    cluster = Cluster(folder, seed, arguments.silos, arguments.facilities, arguments.racks, arguments.membership, not arguments.plain)
    mounted = []
    try:
        if arguments.small_disk:
            for silo in cluster.silos:
                (silo.folder / "data").mkdir()
                subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(silo.folder / "data")], check=True)
                mounted.append(silo.folder / "data")
        cluster.start()
        load = Load(cluster, arguments.seconds)
        load.start()
        run, done, began = Run(cluster, load, dice, say), [], time.monotonic()
        run.comes_back = not arguments.short
        until("the load is received", load.is_receiving)
        # Those that were named are all played, in their order; else as many as there is time for.
        chosen = list(arguments.faults or dice.sample(possible(arguments), len(possible(arguments))))
        while chosen and (arguments.faults or time.monotonic() - began < arguments.seconds):
            time.sleep(dice.uniform(0.5, 1.5 if arguments.short else 4))
            fault = chosen.pop(0)
            say(f"   {time.monotonic() - began:5.1f} s  {fault}")
            FAULTS[fault](run)
            done.append(fault)
        until("every batch is receipted", load.is_settled, arguments.seconds + SETTLE_LIMIT)
        cluster.until_quiet()
        # A row may be on its way for longer than it looks quiet: what is still missing after a minute is lost.
        deadline = time.monotonic() + 60
        while True:
            minutes, alarms = cluster.minutes(), cluster.alarms()
            verdict = check.check(load.folder, minutes, alarms)
            if verdict.losses == 0 or time.monotonic() > deadline:
                break
            time.sleep(2)
        if verdict.losses == 0 and not check.proves_itself(load.folder, minutes, alarms):
            raise SystemExit("chaos: the checker did not find what was taken from its input")
        return done, run.takeovers, verdict
    finally:
        cluster.close()
        for place in mounted:
            subprocess.run(["umount", str(place)], check=False)
        if arguments.keep:
            say(f"   kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4, 5])
    parser.add_argument("--seconds", type=int, default=90, help="how long the load sends")
    parser.add_argument("--silos", type=int, default=2)
    parser.add_argument("--facilities", type=int, default=4)
    parser.add_argument("--racks", type=int, default=15, help="of each of a facility's two rooms")
    parser.add_argument("--membership", choices=["postgre-sql", "redis"], default="postgre-sql")
    parser.add_argument("--faults", nargs="+", choices=list(FAULTS))
    parser.add_argument("--small-disk", action="store_true", help="data folders of 24 MB, to be filled (needs root)")
    parser.add_argument("--plain", action="store_true", help="no TLS between silos")
    parser.add_argument("--short", action="store_true", help="a few seconds of load, small; a killed silo stays dead")
    parser.add_argument("--keep", action="store_true", help="leave the folder of each run")
    arguments = parser.parse_args()
    if arguments.short:
        arguments.seconds, arguments.facilities, arguments.racks = 8, 3, 4

    def say(line):
        print(line, flush=True)

    say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; {arguments.silos} silos over {arguments.membership}, "
        f"{'plain' if arguments.plain else 'TLS'} between them; {arguments.facilities * arguments.racks * 2} racks, {arguments.seconds} s of load")
    table, losses, survived, broken = [], 0, 0, 0
    for seed in arguments.seeds:
        say(f"seed {seed}")
        try:
            done, takeovers, verdict = play(seed, arguments, say)
        except (TimeoutError, subprocess.TimeoutExpired) as fault:
            # The other seeds are worth their table all the same.
            say(f"   seed {seed} broken off: {fault}")
            broken += 1
            continue
        table.append((seed, done, takeovers, verdict))
        losses += verdict.losses
        survived += len(done)
        for example in verdict.examples:
            say(f"      {example}")

    say("")
    if not table:
        return 1
    names = list(table[0][3].counts)
    say("| seed | faults | takeover s | " + " | ".join(names) + " |")
    say("|--:|---|--:|" + "--:|" * len(names))
    for seed, done, takeovers, verdict in table:
        slowest = f"{max(takeovers):.2f}" if takeovers else ""
        say(f"| {seed} | {', '.join(done)} | {slowest} | " + " | ".join(f"{verdict.counts[name]:g}" for name in names) + " |")
    say(f"{survived} faults survived, {losses} losses" + (f", {broken} seeds broken off" if broken else ""))
    return 0 if losses == 0 and broken == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
