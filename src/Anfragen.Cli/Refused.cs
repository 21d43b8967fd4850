namespace Anfragen.Cli;

/// <summary>The command line itself refuses, before or after the use case; the message is the sentence.</summary>
internal sealed class Refused(string sentence, Exception? inner = null) : Exception(sentence, inner);
