"""Answers each JSON line `{"cron": ..., "now": milliseconds, "count": n}` with the next times, in milliseconds.

They are those of APScheduler, by which dstack schedules runs (server/services/runs/__init__.py).
"""

import json
import sys
from datetime import datetime, timedelta, timezone

from apscheduler.triggers.cron import CronTrigger


def next_times(cron: str, now: int, count: int) -> list[int]:
    trigger = CronTrigger.from_crontab(cron, timezone=timezone.utc)
    moment = datetime.fromtimestamp(now / 1000, timezone.utc)
    times = []
    while len(times) < count:
        time = trigger.get_next_fire_time(None, moment)
        if time is None:
            break
        times.append(round(time.timestamp() * 1000))
        moment = time + timedelta(seconds=1)
    return times


for line in sys.stdin:
    question = json.loads(line)
    print(json.dumps(next_times(**question)))
