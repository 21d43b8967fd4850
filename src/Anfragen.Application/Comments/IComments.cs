using Anfragen.Domain;
using Anfragen.Domain.Cases;

namespace Anfragen.Application.Comments;

/// <summary>What is said on questions.</summary>
public interface IComments
{
    /// <summary>All on an inquiry, oldest first.</summary>
    Task<IReadOnlyList<Comment>> Of(InquiryId inquiry, CancellationToken cancel);

    Task Add(Comment comment, CancellationToken cancel);

    /// <summary>Stores that it was taken back.</summary>
    Task Update(Comment comment, CancellationToken cancel);
}
