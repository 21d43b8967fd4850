using Anfragen.Application;

namespace Anfragen.Cli;

/// <summary>The command line itself refuses, before or after the use case; the message is the sentence.</summary>
internal sealed class Refused(string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>A file cannot be used: each mistake with the file's name and its line.</summary>
    public Refused(string file, FileMistakes mistakes)
        : this(string.Join('\n', mistakes.Of(file)), (Exception)mistakes)
    {
    }
}
