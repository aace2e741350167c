using DcOps.Collectors.Snmp.Codec;

namespace DcOps.Collectors.Snmp.Walking.Scripts;

/// <summary>Plays a poll by its script, for as long as the device says its part.</summary>
sealed class ScriptPlayer(ValueList values)
{
    PollScript? _script;
    int _step;
    uint? _upTimeTicks;

    public bool IsPlaying => _script is not null;

    /// <summary>Whether everything has been asked and answered.</summary>
    public bool IsOver => _step == _script!.Steps.Length;

    /// <summary>The exchange under way; not when it is over.</summary>
    public ScriptStep Step => _script!.Steps[_step];

    /// <summary>Whether nothing has been answered yet.</summary>
    public bool IsAtStart => _step == 0;

    public uint? UpTimeTicks => _upTimeTicks;

    /// <summary>What has not been told, once for each object.</summary>
    public IEnumerable<ObjectIdentifier> Untold => _script!.Steps.Skip(_step).SelectMany(step => step.Objects).Distinct();

    /// <param name="script">Null when the poll is to be walked.</param>
    public void Begin(PollScript? script)
    {
        _script = script;
        _step = 0;
        _upTimeTicks = null;
    }

    /// <returns>False when the device said something else.</returns>
    public bool TryTake(in PduView response)
    {
        if (response.ErrorStatus != ErrorStatus.NoError || !Step.TryTake(response.Variables, values, ref _upTimeTicks))
            return false;

        _step++;
        return true;
    }
}
