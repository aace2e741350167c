using DcOps.Domain.Alarms;
using FsCheck.Xunit;

namespace DcOps.Domain.Tests.Alarms;

/// <summary>Random readings, silences and commands; 300 runs of 120 steps each unless the property says otherwise.</summary>
public sealed class AlarmPropertyTests
{
    const int Steps = 120;

    /// <summary>The journal alone gives every alarm as it stands.</summary>
    [Property(MaxTest = 300)]
    public void Folding_the_journal_gives_what_stands(int seed)
    {
        var scene = Play(seed, restartEvery: 0);

        Alarm? folded = null;
        foreach (var entry in scene.Journal)
        {
            if (!entry.IsAboutThePast)
                Assert.Equal(folded?.State ?? AlarmState.Normal, entry.From);
            folded = Alarm.Fold(folded, entry);
        }

        Assert.Equal(folded?.State ?? AlarmState.Normal, scene.State);
        if (scene.Alarm is { } standing && folded is not null)
            Assert.Equal(folded, standing);
    }

    /// <summary>Saving and restoring at any step changes nothing that is told.</summary>
    [Property(MaxTest = 300)]
    public void Any_split_by_save_and_restore_tells_the_same(int seed)
    {
        var straight = Play(seed, restartEvery: 0);
        var restarted = Play(seed, restartEvery: 5);

        Assert.Equal(straight.Journal.Select(entry => entry.Id), restarted.Journal.Select(entry => entry.Id));
        Assert.Equal(straight.State, restarted.State);
    }

    /// <summary>Every transition is one of the standard's; nothing else ever happens.</summary>
    [Property(MaxTest = 300)]
    public void Only_transitions_of_the_standard_happen(int seed)
    {
        foreach (var entry in Play(seed, restartEvery: 0).Journal.Where(entry => entry.Event != AlarmEvent.Undone))
            Assert.Contains((entry.Event, entry.From, entry.To), Allowed);
    }

    /// <summary>Delivered twice, at once or later, nothing is told twice.</summary>
    [Property(MaxTest = 300)]
    public void Repeated_readings_tell_nothing_new(int seed)
    {
        var once = Play(seed, restartEvery: 0);
        var often = Play(seed, restartEvery: 0, repeats: 3);

        Assert.Equal(once.Journal.Select(entry => entry.Id), often.Journal.Select(entry => entry.Id));
    }

    /// <summary>An alarm is never lost while its condition holds, and data that is missing never ends it.</summary>
    [Property(MaxTest = 300)]
    public void Nothing_but_a_normal_value_or_a_person_ends_an_alarm(int seed)
    {
        foreach (var entry in Play(seed, restartEvery: 0).Journal.Where(entry => entry is { Author: AlarmTransition.Product, IsAboutThePast: false }))
        {
            if (entry.From is AlarmState.Unacknowledged or AlarmState.Acknowledged && entry.To != entry.From && !entry.After.IsAbnormal)
                Assert.Equal(AlarmEvent.Returned, entry.Event);
        }
    }

    static readonly HashSet<(AlarmEvent, AlarmState, AlarmState)> Allowed = AllowedTransitions();

    static HashSet<(AlarmEvent, AlarmState, AlarmState)> AllowedTransitions()
    {
        const AlarmState A = AlarmState.Normal, B = AlarmState.Unacknowledged, C = AlarmState.Acknowledged,
            D = AlarmState.ReturnedUnacknowledged, E = AlarmState.LatchedUnacknowledged, F = AlarmState.LatchedAcknowledged,
            G = AlarmState.Shelved, H = AlarmState.SuppressedByDesign, I = AlarmState.OutOfService;
        var allowed = new HashSet<(AlarmEvent, AlarmState, AlarmState)>
        {
            (AlarmEvent.Raised, A, B), (AlarmEvent.Raised, D, B), (AlarmEvent.Raised, E, B), (AlarmEvent.Raised, F, B),
            (AlarmEvent.Returned, B, D), (AlarmEvent.Returned, B, E), (AlarmEvent.Returned, C, A), (AlarmEvent.Returned, C, F),
            (AlarmEvent.Worsened, C, B), (AlarmEvent.Worsened, B, B), (AlarmEvent.Acknowledged, B, C),
            (AlarmEvent.Acknowledged, D, A), (AlarmEvent.Acknowledged, E, F), (AlarmEvent.AcknowledgementExpired, C, B),
            (AlarmEvent.Reset, F, A),
        };
        foreach (var held in new[] { G, H, I })
        {
            foreach (var followed in new[] { AlarmEvent.Raised, AlarmEvent.Returned, AlarmEvent.Worsened })
                allowed.Add((followed, held, held));
            foreach (var lower in new[] { A, B, C, D, E, F, G, H, I })
            {
                allowed.Add((AlarmEvent.Suppressed, lower, held));
                allowed.Add((AlarmEvent.RemovedFromService, lower, held));
                allowed.Add((AlarmEvent.SuppressionEnded, held, lower));
                allowed.Add((AlarmEvent.ReturnedToService, held, lower));
                if (lower < G)
                    allowed.Add((AlarmEvent.Shelved, lower, G));
            }
        }

        foreach (var end in new[] { AlarmEvent.Unshelved, AlarmEvent.ShelvingExpired })
        {
            allowed.UnionWith([(end, G, A), (end, G, B), (end, H, H), (end, I, I)]);
        }

        foreach (var same in Enum.GetValues<AlarmState>())
        {
            foreach (var quiet in new[]
            {
                AlarmEvent.DataLost, AlarmEvent.DataRegained, AlarmEvent.Assigned, AlarmEvent.Commented, AlarmEvent.FlappingBegan,
                AlarmEvent.FlappingEnded, AlarmEvent.RaisedInThePast, AlarmEvent.ReturnedInThePast,
            })
                allowed.Add((quiet, same, same));
        }

        return allowed;
    }

    static AlarmScene Play(int seed, int restartEvery, int repeats = 1)
    {
        var random = new Random(seed);
        var scene = new AlarmScene(
            onSeconds: random.Next(3) * 20, offSeconds: random.Next(3) * 20, isLatching: random.Next(2) == 0, urgentHigh: 33);
        var celsius = 25.0;
        var second = 0.0;
        for (var step = 0; step < Steps; step++)
        {
            second += 10;
            celsius += (random.NextDouble() - 0.5) * 8;
            celsius = Math.Clamp(celsius, 20, 36);
            var isMissing = random.Next(12) == 0;
            var late = random.Next(15) == 0 ? 400 : 2;
            var command = random.Next(6) == 0 ? CommandOf(random, second) : null;
            var isUndone = random.Next(20) == 0;
            for (var time = 0; time < repeats; time++)
                scene.Read(second - (late - 2), isMissing ? null : celsius, second);
            if (command is not null)
                scene.Do(second + 1, command);
            if (isUndone)
            {
                scene.Book.Undo(scene.Key, "li", AlarmScene.At(second + 2));
                scene.Journal.AddRange(scene.Book.TakeTransitions());
            }

            if (step % 3 == 2)
                scene.Sweep(second + 5);
            // What can be taken back lives only as long as the process: a restart right after a command would differ by design.
            if (restartEvery > 0 && step % restartEvery == restartEvery - 1 && !MayBeUndone(scene, second))
                scene.Book = AlarmBook.Restore(AlarmPolicy.Usual, Serialized.Copy(scene.Book.Save()), []);
        }

        return scene;
    }

    static bool MayBeUndone(AlarmScene scene, double second) =>
        scene.Journal.LastOrDefault(entry => entry.Author != AlarmTransition.Product) is { } last
        && last.RecordedAt > AlarmScene.At(second - 30);

    static AlarmCommand CommandOf(Random random, double second) => random.Next(9) switch
    {
        0 or 1 or 2 => new AlarmCommand.Acknowledge(random.Next(2) == 0 ? AlarmScene.At(second + 50) : null),
        3 => new AlarmCommand.Reset(),
        4 => new AlarmCommand.Shelve("noise", AlarmScene.At(second + 60), "wang"),
        5 => new AlarmCommand.Unshelve(),
        6 => random.Next(2) == 0 ? new AlarmCommand.Suppress("test") : new AlarmCommand.EndSuppression("test"),
        7 => random.Next(2) == 0 ? new AlarmCommand.RemoveFromService("WO-1") : new AlarmCommand.ReturnToService(),
        _ => new AlarmCommand.Assign(random.Next(2) == 0 ? "wang" : null),
    };
}
