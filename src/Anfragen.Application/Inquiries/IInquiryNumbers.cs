using Anfragen.Domain;
using Anfragen.Domain.Numbers;

namespace Anfragen.Application.Inquiries;

/// <summary>Drucksachennummern: from the city's scheme, or given elsewhere and entered by hand. Never reused.</summary>
public interface IInquiryNumbers
{
    /// <summary>Takes the next number of the scheme in force on the day; skips those entered by hand. A failed transaction gives it back.</summary>
    Task<Reference> Next(InquiryId inquiry, DateOnly day, CancellationToken cancel);

    /// <summary>Takes a number another system gave.</summary>
    /// <exception cref="RuleViolation">It is used already.</exception>
    Task<Reference> TakeByHand(InquiryId inquiry, string number, DateOnly day, CancellationToken cancel);

    /// <summary>A number as somebody wrote it, while nobody else can take it; <see cref="Keep"/> gives it to a paper.</summary>
    /// <exception cref="RuleViolation">Another paper bears it already.</exception>
    Task<Reference> Enter(InquiryId inquiry, string number, DateOnly day, CancellationToken cancel);

    /// <summary>Gives the number to the inquiry, in the place of one that was read wrongly in an old paper.</summary>
    Task Keep(InquiryId inquiry, Reference reference, CancellationToken cancel);
}
