package org.rulebatch.cli;
