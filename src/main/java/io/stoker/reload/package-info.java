/** The one loop: state, plan, cycle. */
package io.stoker.reload;
