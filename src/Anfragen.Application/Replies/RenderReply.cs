namespace Anfragen.Application.Replies;

/// <summary>The file of an inquiry's reply by its number, for the command line: the signed one, else a preview of the open one.</summary>
public sealed record RenderReply(string Number) : IQuery<ReplyFile>
{
    public static Permission Permission => Permission.ReviewReplies;
}
