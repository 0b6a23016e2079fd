"""Adds a run of each state to the database of a server, by dstack's own factories. For a server that has
DSTACK_SERVER_BACKGROUND_PROCESSING_DISABLED=1, so the runs stay as they are.

    DSTACK_SERVER_DIR=... states.py        after the server has started once
"""

import asyncio
import datetime

from dstack._internal.core.models.runs import (
    JobStatus,
    JobTerminationReason,
    RunStatus,
    RunTerminationReason,
)
from dstack._internal.server.db import get_session_ctx
from dstack._internal.server.models import ProjectModel, UserModel
from dstack._internal.server.testing import common as make
from sqlalchemy import select

# The state of the job, why the run ended, and why the job did.
ENDED = {
    RunStatus.FAILED: (
        JobStatus.FAILED,
        RunTerminationReason.JOB_FAILED,
        JobTerminationReason.CONTAINER_EXITED_WITH_ERROR,
    ),
    RunStatus.DONE: (
        JobStatus.DONE,
        RunTerminationReason.ALL_JOBS_DONE,
        JobTerminationReason.DONE_BY_RUNNER,
    ),
    RunStatus.TERMINATED: (
        JobStatus.TERMINATED,
        RunTerminationReason.STOPPED_BY_USER,
        JobTerminationReason.TERMINATED_BY_USER,
    ),
    RunStatus.TERMINATING: (
        JobStatus.TERMINATING,
        RunTerminationReason.STOPPED_BY_USER,
        JobTerminationReason.TERMINATED_BY_USER,
    ),
}
JOBS = {
    RunStatus.PROVISIONING: JobStatus.PULLING,
    RunStatus.RUNNING: JobStatus.RUNNING,
    RunStatus.SUBMITTED: JobStatus.SUBMITTED,
}


async def main():
    async with get_session_ctx() as session:
        project = await one(session, ProjectModel, ProjectModel.name == "main")
        user = await one(session, UserModel, UserModel.name == "admin")
        repo = await make.create_repo(session=session, project_id=project.id)
        now = datetime.datetime.now(datetime.timezone.utc)
        for minutes, status in enumerate(RunStatus):
            job_status, reason, job_reason = ENDED.get(status, (JOBS.get(status), None, None))
            run = await make.create_run(
                session=session,
                project=project,
                repo=repo,
                user=user,
                run_name=f"run-{status.value}",
                status=status,
                termination_reason=reason,
                submitted_at=now - datetime.timedelta(minutes=minutes),
            )
            if job_status is None:
                continue
            machine = make.get_job_provisioning_data() if job_status != JobStatus.SUBMITTED else None
            await make.create_job(
                session=session,
                run=run,
                status=job_status,
                termination_reason=job_reason,
                submitted_at=run.submitted_at,
                job_provisioning_data=machine,
            )


async def one(session, model, condition):
    return (await session.execute(select(model).where(condition))).scalar_one()


asyncio.run(main())
