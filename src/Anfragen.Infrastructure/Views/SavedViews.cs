using Anfragen.Application;
using Anfragen.Application.Views;
using Anfragen.Domain;
using Anfragen.Infrastructure.Database;
using MediatR;

namespace Anfragen.Infrastructure.Views;

internal sealed class SavedViews(DbSession db, TimeProvider clock) : ISavedViews
{
    private const string Select = "SELECT id, list, name, query, is_default FROM saved_views WHERE user_id = @owner ORDER BY list, name";

    private const string Upsert = """
        INSERT INTO saved_views (id, user_id, list, name, query, is_default, created_at) VALUES (@id, @owner, @list, @name, @query, FALSE, @at)
        ON CONFLICT (user_id, list, name) DO UPDATE SET query = excluded.query
        """;

    private const string ClearDefault = "UPDATE saved_views SET is_default = FALSE WHERE user_id = @owner AND list = @list";

    private const string MakeDefault = "UPDATE saved_views SET is_default = TRUE WHERE user_id = @owner AND list = @list AND name = @name";

    public Task<IReadOnlyList<SavedView>> Of(UserId owner, CancellationToken cancel) => db.List<SavedView>(Select, new { owner }, cancel);

    public Task Save(UserId owner, ViewedList list, string name, string query, CancellationToken cancel) =>
        db.Execute(Upsert, new { id = Guid.CreateVersion7(), owner, list, name, query, at = ColumnType.CutToMilliseconds(clock.GetUtcNow()) }, cancel);

    public async Task<bool> SetDefault(UserId owner, ViewedList list, string? name, CancellationToken cancel)
    {
        await db.Execute(ClearDefault, new { owner, list }, cancel);
        return name is null || await db.Execute(MakeDefault, new { owner, list, name }, cancel) == 1;
    }

    public async Task<bool> Delete(UserId owner, Guid id, CancellationToken cancel) =>
        await db.Execute("DELETE FROM saved_views WHERE user_id = @owner AND id = @id", new { owner, id }, cancel) == 1;
}

internal sealed class ListViewsHandler(ISavedViews views, ICurrentUser user) : IRequestHandler<ListViews, IReadOnlyList<SavedView>>
{
    public Task<IReadOnlyList<SavedView>> Handle(ListViews query, CancellationToken cancel) => views.Of(user.Id!.Value, cancel);
}
