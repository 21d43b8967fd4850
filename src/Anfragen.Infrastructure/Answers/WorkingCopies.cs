using Anfragen.Application.Answers;
using Anfragen.Domain;
using Anfragen.Domain.Answers;
using Anfragen.Infrastructure.Database;

namespace Anfragen.Infrastructure.Answers;

internal sealed class WorkingCopies(DbSession db) : IWorkingCopies
{
    private const string Select = """
        SELECT editing, based_on, kind, in_name_of, markdown, kept_at FROM working_copies WHERE answer_id = @answer AND user_id = @person
        """;

    private const string Upsert = """
        INSERT INTO working_copies (answer_id, user_id, editing, based_on, kind, in_name_of, markdown, kept_at)
        VALUES (@answer, @person, @editing, @based_on, @kind, @in_name_of, @markdown, @kept_at)
        ON CONFLICT (answer_id, user_id) DO UPDATE SET editing = excluded.editing, based_on = excluded.based_on, kind = excluded.kind,
            in_name_of = excluded.in_name_of, markdown = excluded.markdown, kept_at = excluded.kept_at
        """;

    public async Task<WorkingCopy?> Find(AnswerId answer, UserId person, CancellationToken cancel) =>
        (await db.SingleOrDefault<Row>(Select, new { answer, person }, cancel))?.ToCopy();

    public Task Keep(AnswerId answer, UserId person, WorkingCopy copy, CancellationToken cancel) => db.Execute(
        Upsert, new { answer, person, copy.Editing, copy.BasedOn, copy.Kind, copy.InNameOf, copy.Markdown, copy.KeptAt }, cancel);

    public Task Drop(AnswerId answer, UserId person, CancellationToken cancel) =>
        db.Execute("DELETE FROM working_copies WHERE answer_id = @answer AND user_id = @person", new { answer, person }, cancel);

    private sealed record Row
    {
        public Guid Editing { get; init; }

        public int BasedOn { get; init; }

        public AnswerKind Kind { get; init; }

        public string? InNameOf { get; init; }

        public string Markdown { get; init; } = "";

        public DateTimeOffset KeptAt { get; init; }

        public WorkingCopy ToCopy() => new(Editing, BasedOn, Kind, InNameOf, Markdown, KeptAt);
    }
}
