using Anfragen.Application;
using Anfragen.Domain;

namespace Anfragen.Infrastructure.Journal;

/// <summary>A step to be chained, with what it was done to.</summary>
internal sealed record NotedAct(InquiryId? Inquiry, string SubjectKind, Guid SubjectId, Act Act);

/// <summary>Steps of the running command, noted by the repositories that stored them.</summary>
internal sealed class JournalDraft
{
    private readonly List<NotedAct> _noted = [];

    /// <summary>Notes the new steps of an aggregate.</summary>
    public void Note(InquiryId? inquiry, string subjectKind, Guid subjectId, IEnumerable<Act> acts) =>
        _noted.AddRange(acts.Select(act => new NotedAct(inquiry, subjectKind, subjectId, act)));

    /// <summary>The last step noted for the subject by the running command, which the journal does not show yet.</summary>
    public Act? Last(Guid subjectId) => _noted.LastOrDefault(noted => noted.SubjectId == subjectId)?.Act;

    /// <summary>The steps in the order they were taken; the draft is empty afterwards.</summary>
    public IReadOnlyList<NotedAct> Take()
    {
        NotedAct[] noted = [.. _noted];
        _noted.Clear();
        return noted;
    }

    /// <summary>Forgets what a repeated attempt will note again.</summary>
    public void Begin() => _noted.Clear();
}
