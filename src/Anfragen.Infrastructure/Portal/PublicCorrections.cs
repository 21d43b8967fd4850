using Anfragen.Application.Portal;
using Anfragen.Domain;
using Anfragen.Domain.Cases;
using Anfragen.Domain.Replies;

namespace Anfragen.Infrastructure.Portal;

/// <summary>
/// Which answers of a case's letters stand, and what they replaced. An answer that a later letter corrected stands no more; where it stood, the
/// correction is shown, and behind it what the public could read before.
/// </summary>
internal sealed class PublicCorrections(InquiryCase @case, IReadOnlyList<Reply> shown)
{
    /// <summary>What is shown in the place of an item: itself, its correction, or nothing where that is shown already.</summary>
    public IEnumerable<(Reply Reply, ReplyItem Item)> Standing()
    {
        var taken = new HashSet<ReplyItem>(ReferenceEqualityComparer.Instance);
        foreach (var reply in shown)
        {
            foreach (var item in reply.Items)
            {
                var (later, correction) = CorrectionOf(reply, item) ?? (reply, item);
                if (taken.Add(correction)) yield return (later, correction);
            }
        }
    }

    /// <summary>The answers that this one replaced, latest first, as far as they were public before it was delivered.</summary>
    public IReadOnlyList<EarlierAnswer> Earlier(Reply reply, AnswerEntry entry)
    {
        var deliveredAt = DeliveredAt(reply);
        return [.. shown.Where(other => other.Ordinal < reply.Ordinal).Reverse()
            .Where(other => @case.Publication.Acts.Any(act => act.Step == Step.Publish && act.Occasion.At >= DeliveredAt(other) && act.Occasion.At < deliveredAt))
            .SelectMany(other => other.Entries.Where(earlier => IsCorrectedBy(earlier, entry)).Select(earlier => Text(other, earlier)))];
    }

    private (Reply Reply, ReplyItem Item)? CorrectionOf(Reply reply, ReplyItem item) => item is AnswerEntry entry
        ? shown.Where(later => later.Ordinal > reply.Ordinal && later.Kind == ReplyKind.Correction).Reverse()
            .SelectMany(later => later.Entries.Where(correction => IsCorrectedBy(entry, correction)).Select(correction => ((Reply, ReplyItem)?)(later, correction)))
            .FirstOrDefault()
        : null;

    private static bool IsCorrectedBy(AnswerEntry earlier, AnswerEntry later) => earlier.Questions.Count > 0 && earlier.Questions.All(later.Questions.Contains);

    private EarlierAnswer Text(Reply reply, AnswerEntry entry)
    {
        var version = @case.Answer(entry.Answer).Versions[entry.AnswerVersion - 1];
        return new EarlierAnswer(reply.WrittenOn, version.Markdown, version.InNameOf);
    }

    private static DateTimeOffset? DeliveredAt(Reply reply) => reply.Acts.LastOrDefault(act => act.To == nameof(ReplyState.Delivered))?.Occasion.At;
}
