/** The job {@code scanAccounts}: rule files executed in many accounts and regions, each part once, with one result over all. */
@NullMarked
package org.rulebatch.batch.accounts;

import org.jspecify.annotations.NullMarked;
