"""Where processes of their own are copied from: one that has everything loaded, since loading it
all is dear. It has no connection, no settings and no page."""

import multiprocessing

context = multiprocessing.get_context("forkserver")
context.set_forkserver_preload(["tests.data_access.processes", "tests.copied"])
