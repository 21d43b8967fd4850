using Anfragen.Domain;

namespace Anfragen.Application;

internal static class Clock
{
    /// <summary>Now, cut to the millisecond that is stored.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    public static Occasion Occasion(this TimeProvider clock, Actor actor) => new(actor, clock.Now());
}
