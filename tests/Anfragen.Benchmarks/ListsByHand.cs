using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;

namespace Anfragen.Benchmarks;

/// <summary>The same rows as pages without a framework for pages: one statement along its index, one text. What a list cannot cost less than.</summary>
internal static class ListsByHand
{
    private const string List = """
        SELECT id, number, subject, originator_names, status, received_on, due_on, overdue_since FROM inquiries
        WHERE status NOT IN ('Draft', 'Discarded')
        ORDER BY received_on DESC, id DESC
        LIMIT 26
        """;

    private const string Inbox = """
        SELECT w.subject_id, i.number, i.subject, i.originator_names, i.status, w.kind, w.due_on, i.overdue_since
        FROM work_items w JOIN inquiries i ON i.id = w.inquiry_id
        WHERE w.role = 'CouncilOffice' AND w.organization_id = '00000000-0000-0000-0000-000000000000'
        ORDER BY w.order_on, w.subject_id
        LIMIT 51
        """;

    public static Task Serve(string database)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/list", () => Page(database, List));
        app.MapGet("/inbox", () => Page(database, Inbox));
        return app.RunAsync();
    }

    private static IResult Page(string database, string sql)
    {
        using var connection = new SqliteConnection(database);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var page = new StringBuilder("<!doctype html><html lang=\"de\"><title>Liste</title><table>");
        while (reader.Read())
        {
            page.Append("<tr>");
            for (var column = 0; column < reader.FieldCount; column++) page.Append("<td>").Append(WebUtility.HtmlEncode(reader.IsDBNull(column) ? "" : reader.GetString(column))).Append("</td>");
            page.Append("</tr>");
        }

        return Results.Content(page.Append("</table></html>").ToString(), "text/html; charset=utf-8");
    }
}
