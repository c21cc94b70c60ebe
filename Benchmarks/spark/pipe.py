#!/usr/bin/env python3
"""Sends lines through a command on two Spark workers on this machine.

    pipe.py INPUT OUTPUT-FOLDER PARTITIONS COMMAND
"""

import sys

from pyspark import SparkContext

source, target, partitions, command = sys.argv[1:]
context = SparkContext("local[2]", "pejl tag")
context.setLogLevel("ERROR")
lines = context.textFile(source, minPartitions=int(partitions))
lines.pipe(command, checkCode=True).saveAsTextFile(target)
context.stop()
