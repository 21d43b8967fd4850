using Anfragen.Application.Replies;

namespace Anfragen.Application.Council;

/// <summary>A letter about an invented inquiry, with the city's letterhead as it is stored.</summary>
public sealed record PreviewLetterhead : IQuery<ReplyFile>
{
    public static Permission Permission => Permission.ManageCouncil;
}
