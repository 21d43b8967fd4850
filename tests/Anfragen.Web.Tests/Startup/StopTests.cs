using System.Net;
using System.Net.Sockets;
using Anfragen.Infrastructure.Demo;
using Anfragen.Web.Tests.City;
using Anfragen.Web.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Anfragen.Web.Tests.Startup;

public sealed class StopTests(DemoRoot demo) : IClassFixture<DemoRoot>
{
    [Fact]
    public async Task A_form_that_was_being_sent_when_the_service_was_told_to_stop_is_answered_and_stored()
    {
        await using var service = ServiceProcess.Start(demo.Root, "Development");
        var address = await service.Address;
        var member = new Person(address);
        var signIn = WebForm.In(await member.Get("/anmelden"));
        signIn["Login"] = DemoCity.SpdMember.Login;
        signIn["Password"] = DemoCity.Password;
        await member.Do("/anmelden", signIn);
        var form = WebForm.In(await member.Get("/vorgaenge/neu"));
        var subject = $"Langsam {Guid.CreateVersion7()}";
        form["Input.Subject"] = subject;
        form["Input.Questions[0].Text"] = "Wie langsam?";

        using var slow = new SlowContent(await form.Content().ReadAsByteArrayAsync());
        var answer = member.Send("/vorgaenge/neu?handler=Submit", slow);
        await slow.Begun;
        await service.Terminate();
        await UntilRefused(address);
        slow.GoOn();

        using var response = await answer;
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(0, await service.Exit());
        Assert.Equal(1L, await Stored(subject));
    }

    private static async Task UntilRefused(Uri address)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, address.Port);
            }
            catch (SocketException)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("The service still takes connections.");
    }

    private async Task<object?> Stored(string subject)
    {
        await using var connection = new SqliteConnection($"Data Source={demo.Root.Database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM inquiry_texts WHERE subject = @subject";
        command.Parameters.AddWithValue("@subject", subject);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A form of which the second half is sent when it is told to.</summary>
    private sealed class SlowContent : HttpContent
    {
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly byte[] _bytes;

        public SlowContent(byte[] bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        public Task Begun => _begun.Task;

        public void GoOn() => _goOn.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(_bytes.AsMemory(0, _bytes.Length / 2));
            await stream.FlushAsync();
            _begun.SetResult();
            await _goOn.Task;
            await stream.WriteAsync(_bytes.AsMemory(_bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _bytes.Length;
            return true;
        }
    }
}
