package io.stoker.target;

/**
 * What calls are made with.
 *
 * @param quick answers or fails within seconds
 * @param patient waits as long as a reload may take
 */
record TargetClients(LimitedClient<TargetHttp> quick, LimitedClient<TargetHttp> patient) {}
